import { cancelled } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { groupItems, ingressItems, itemsOf, targetItems } from "../many/items";
import { checkTarget, textParams } from "../params";
import { refuse } from "../tellFailure";
import { authorizeItems, authorizePlanned } from "./authorizeItems";
import type { AuthorizeManyContext } from "./context";
import { groupsStep } from "./groupsStep";
import { planStep } from "./planStep";
import { sourcesStep } from "./sourcesStep";
import { targetsStep } from "./targetsStep";

const steps: readonly Step<AuthorizeManyContext>[] = [targetsStep, groupsStep, sourcesStep, planStep];

/**
 * Lets many in at once. `items` that are complete are authorized without a question; those that name groups or
 * targets alone, as selected rows do, are where the flow begins, as is a group or a target of the params' own.
 */
export const authorizeMany: Command = {
  id: "authorizeMany",
  changes: true,
  several: "sameKind",
  async run(params, services) {
    const items = itemsOf(params);
    if (!items.ok) {
      return refuse(items.failure, services);
    }
    if (items.value && !namesGroupsOnly(items.value)) {
      const complete = await ingressItems(items.value, services.state);
      return complete.ok
        ? authorizeItems(complete.value, { interactive: false }, services)
        : refuse(complete.failure, services);
    }
    const given = await readGiven(params, items.value, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: AuthorizeManyContext = { services, given: given.value };
    if ((await runWizard("Authorize Many", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const plan = context.plan ?? [];
    return authorizePlanned(
      plan.map(({ item }) => item),
      plan,
      { interactive: true },
      services,
    );
  },
};

function namesGroupsOnly(items: readonly Params[]): boolean {
  return (
    items.length > 0 &&
    !items.some((item) => "ec2SecurityGroupName" in item || "ec2SecurityGroupOwnerId" in item)
  );
}

/** The groups or targets that the flow begins with: selected rows, one row, or none. */
async function readGiven(
  params: Params,
  items: readonly Params[] | undefined,
  services: Services,
): Promise<Outcome<AuthorizeManyContext["given"]>> {
  if (items) {
    if (items.every((item) => !("cacheSecurityGroupName" in item))) {
      const targets = await targetItems(items, services.state);
      return targets.ok ? succeeded({ targets: targets.value }) : targets;
    }
    const groups = await groupItems(items, services.state);
    return groups.ok ? succeeded({ groups: groups.value }) : groups;
  }
  const given = textParams(params, ["profile", "region", "cacheSecurityGroupName"]);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cacheSecurityGroupName } = given.value;
  const wrong = await checkTarget(given.value, services.state);
  if (wrong) {
    return failed(wrong);
  }
  if (profile === undefined || region === undefined) {
    return succeeded({});
  }
  return succeeded(
    cacheSecurityGroupName === undefined
      ? { targets: [{ profile, region }] }
      : { groups: [{ profile, region, cacheSecurityGroupName }] },
  );
}
