import { createGroups } from "../../changes/cacheSecurityGroups";
import { unlooked } from "../../changes/how";
import { runChange } from "../../changes/run";
import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import { type CommandResult, cancelled } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome } from "../../core/outcome";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { type Given, groupFields, isComplete, readFields } from "../fields";
import { withRead } from "../heads";
import { targetOf, targetStep } from "../steps/targetStep";
import { type CreateContext, checkDescription, descriptionStep, nameStep } from "./steps";

const fields = [...groupFields, "description"] as const;
const steps: readonly Step<CreateContext>[] = [targetStep(), nameStep, descriptionStep];

/** Makes a cache security group that lets nobody in yet. */
export const createCacheSecurityGroup: Command = {
  id: "createCacheSecurityGroup",
  changes: true,
  run: (params, services) =>
    withRead(check(params, services), (given) => askAndSend({ services, given, ...given })),
};

/** Asks, sends; a name that is taken or refused opens the flow again at its step, the others kept. */
async function askAndSend(context: CreateContext): Promise<CommandResult> {
  const { services, given } = context;
  const interactive = !isComplete(given, fields);
  let from: string | undefined;
  for (;;) {
    if ((await runWizard("Create Cache Security Group", steps, context, services.ui, from)) === "cancelled") {
      return cancelled;
    }
    const { cacheSecurityGroupName = "", description = "" } = context;
    const group = { ...targetOf(context), cacheSecurityGroupName, description };
    // AWS itself says best whether the name is taken.
    const how = { interactive, planned: unlooked([group]) };
    const result = await runChange(createGroups(services), [group], how, services);
    const asksAgain =
      result.outcome === "failed" &&
      (result.failure.kind === "invalidParameter" || result.failure.kind === "alreadyExists");
    from = asksAgain ? nameStep.field : undefined;
    if (from === undefined || given.cacheSecurityGroupName !== undefined) {
      return result;
    }
  }
}

async function check(params: Params, { state }: Services): Promise<Outcome<Given<(typeof fields)[number]>>> {
  const given = await readFields(params, fields, state);
  if (!given.ok) {
    return given;
  }
  const { cacheSecurityGroupName: name, description } = given.value;
  const checks = [
    ["cacheSecurityGroupName", name === undefined ? undefined : checkCacheSecurityGroupName(name)],
    ["description", description === undefined ? undefined : checkDescription(description)],
  ] as const;
  for (const [field, verdict] of checks) {
    if (verdict?.verdict === "error") {
      return failed(invalidParameter(field, verdict.message));
    }
  }
  return given;
}
