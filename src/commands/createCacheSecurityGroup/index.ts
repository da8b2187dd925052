import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import { cancelled } from "../../core/commandResult";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Services } from "../command";
import { checkTarget, invalidParameter, textParams } from "../params";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse } from "../tellFailure";
import { sendCreate } from "./sendCreate";
import { type CreateContext, checkDescription, descriptionStep, nameStep } from "./steps";

const fields = ["profile", "region", "cacheSecurityGroupName", "description"] as const;
const steps: readonly Step<CreateContext>[] = [targetStep(), nameStep, descriptionStep];

/** Makes a cache security group that lets nobody in yet. */
export const createCacheSecurityGroup: Command = {
  id: "createCacheSecurityGroup",
  changes: true,
  async run(params, services) {
    const given = await check(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: CreateContext = { services, given: given.value, ...given.value };
    const interactive = fields.some((field) => given.value[field] === undefined);
    let from: string | undefined;
    for (;;) {
      const asked = await runWizard("Create Cache Security Group", steps, context, services.ui, from);
      if (asked === "cancelled") {
        return cancelled;
      }
      const result = await sendCreate(
        {
          target: targetOf(context),
          name: context.cacheSecurityGroupName ?? "",
          description: context.description ?? "",
          interactive,
        },
        services,
      );
      const asksAgain =
        result.outcome === "failed" &&
        (result.failure.kind === "invalidParameter" || result.failure.kind === "alreadyExists");
      from = asksAgain ? "CacheSecurityGroupName" : undefined;
      if (from === undefined || given.value.cacheSecurityGroupName !== undefined) {
        return result;
      }
    }
  },
};

async function check(params: Readonly<Record<string, unknown>>, services: Services) {
  const given = textParams(params, fields);
  if (!given.ok) {
    return given;
  }
  const { cacheSecurityGroupName: name, description } = given.value;
  const nameCheck = name === undefined ? undefined : checkCacheSecurityGroupName(name);
  const descriptionCheck = description === undefined ? undefined : checkDescription(description);
  const failure =
    (await checkTarget(given.value, services.state)) ??
    (nameCheck?.verdict === "error"
      ? invalidParameter("CacheSecurityGroupName", nameCheck.message)
      : descriptionCheck?.verdict === "error"
        ? invalidParameter("Description", descriptionCheck.message)
        : undefined);
  return failure ? ({ ok: false, failure } as const) : given;
}
