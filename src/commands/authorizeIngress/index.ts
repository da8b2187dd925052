import { createGroups } from "../../changes/cacheSecurityGroups";
import { authorizeGrants } from "../../changes/grants";
import { Guards } from "../../changes/guards";
import { unlooked } from "../../changes/how";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command } from "../command";
import { ingressFields, isComplete, readFields } from "../fields";
import { targetOf, targetStep } from "../steps/targetStep";
import { cacheSecurityGroupStep } from "./cacheSecurityGroupStep";
import { type AuthorizeContext, ingressOf } from "./context";
import { ec2SecurityGroupStep } from "./ec2SecurityGroupStep";
import { newGroupDescriptionStep, newGroupNameStep } from "./newGroupSteps";
import { ownerStep } from "./ownerStep";
import { reviewStep } from "./reviewStep";

const steps: readonly Step<AuthorizeContext>[] = [
  targetStep(),
  cacheSecurityGroupStep,
  newGroupNameStep,
  newGroupDescriptionStep,
  ec2SecurityGroupStep,
  ownerStep,
  reviewStep,
];

/** Lets an EC2 security group in: asks for what is missing, sends, shows the grant and follows it. */
export const authorizeIngress: Command = {
  id: "authorizeIngress",
  changes: true,
  async run(params, services) {
    const given = await readFields(params, ingressFields, services.state);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const context: AuthorizeContext = { services, given: given.value, ...given.value };
    return isComplete(given.value, ingressFields) ? send(context, false) : askAndSend(context);
  },
};

/** Asks, sends; a value that AWS refuses opens the flow again at its step, the others kept. */
async function askAndSend(context: AuthorizeContext): Promise<CommandResult> {
  let from: string | undefined;
  for (;;) {
    if ((await runWizard("Authorize Ingress", steps, context, context.services.ui, from)) === "cancelled") {
      return cancelled;
    }
    const result = await send(context, true);
    from = result.outcome === "failed" ? stepAtFault(result.failure, context) : undefined;
    if (from === undefined) {
      return result;
    }
  }
}

/** One change, or two where the group is to be made first: it stays made whatever becomes of the grant. */
async function send(context: AuthorizeContext, interactive: boolean): Promise<CommandResult> {
  const { services, newGroup } = context;
  const item = { ...targetOf(context), ...ingressOf(context) };
  const guards = new Guards(services, interactive);
  if (newGroup) {
    const group = { ...item, description: newGroup.description };
    const how = { interactive, guards, isFirstOfTwo: true, planned: unlooked([group]) };
    const created = await runChange(createGroups(services), [group], how, services);
    if (created.outcome !== "done") {
      return created;
    }
    context.cacheSecurityGroupName = item.cacheSecurityGroupName;
    delete context.newGroup;
  }
  const before = newGroup
    ? { madeBefore: `${item.cacheSecurityGroupName} was created, and lets nobody in yet.` }
    : {};
  // AWS itself says best what is granted already.
  const how = { interactive, guards, planned: unlooked([item]), ...before };
  return runChange(authorizeGrants(services), [item], how, services);
}

/** The field of the step that asked for the value at fault, if one did. */
function stepAtFault(
  { kind, field }: { readonly kind: string; readonly field?: string },
  context: AuthorizeContext,
): string | undefined {
  return kind === "invalidParameter"
    ? steps.find((step) => step.field === field && step.isNeeded(context))?.field
    : undefined;
}
