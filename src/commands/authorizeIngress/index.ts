import { createGroups } from "../../changes/cacheSecurityGroups";
import { authorizeGrants } from "../../changes/grants";
import { Guards } from "../../changes/guards";
import { unlooked } from "../../changes/how";
import { runChange } from "../../changes/run";
import type { CommandResult } from "../../core/commandResult";
import { ingressFields, isComplete } from "../../core/given/fields";
import { givenEnd } from "../../store/given/expires";
import { readFields } from "../../store/given/fields";
import type { Step } from "../../ui/wizard";
import type { Command } from "../command";
import { askAndRun, withRead } from "../heads";
import { flowTitle } from "../steps/flowTitle";
import { withEnds } from "../steps/reviewEnds";
import { knownTarget, targetOf, targetStep } from "../steps/targetStep";
import { cacheSecurityGroupStep } from "./cacheSecurityGroupStep";
import { type AuthorizeContext, authorizedIngress } from "./context";
import { ec2SecurityGroupStep } from "./ec2SecurityGroupStep";
import { newGroupDescriptionStep, newGroupNameStep } from "./newGroupSteps";
import { ownerStep } from "./ownerStep";
import { plannedOf } from "./reviewed";
import { reviewStep } from "./reviewStep";

const steps: readonly Step<AuthorizeContext>[] = [
  targetStep,
  cacheSecurityGroupStep,
  ...[
    newGroupNameStep,
    newGroupDescriptionStep,
    ec2SecurityGroupStep,
    ownerStep,
    withEnds(reviewStep, (context) => [targetOf(context)]),
  ].map((step: Step<AuthorizeContext>) => ({
    ...step,
    isNeeded: (context: AuthorizeContext) => context.isVpc !== true && step.isNeeded(context),
  })),
];

/** Lets an EC2 security group in: asks for what is missing, sends, shows the grant and follows it. */
export const authorizeIngress: Command = {
  id: "authorizeIngress",
  changes: true,
  run: (params, services) =>
    withRead(readFields(params, ingressFields, services.state), (given) =>
      withRead(givenEnd(params, given, services.state), (expires) => {
        const context: AuthorizeContext = { services, given, ...given, ...(expires ? { expires } : {}) };
        // The access map has filled everything in, and leaves the review to the user.
        if (isComplete(given, ingressFields) && params["review"] !== true) {
          return send(context, false);
        }
        // A value that AWS refuses opens the flow again at the step that asked for it.
        return askAndRun(
          () => titleOf(context),
          steps,
          context,
          () =>
            context.isVpc
              ? services.runCommand("authorizeVpcIngress", { ...targetOf(context) })
              : send(context, true),
          ({ kind, field }) =>
            kind === "invalidParameter"
              ? steps.find((step) => step.field === field && step.isNeeded(context))?.field
              : undefined,
        );
      }),
    ),
};

function titleOf(context: AuthorizeContext): string {
  const { isNewGroup, newGroupName, cacheSecurityGroupName } = context;
  const name = isNewGroup ? newGroupName : cacheSecurityGroupName;
  const to = name === undefined || name === "" ? undefined : `to ${name}`;
  return flowTitle("Authorize Ingress", to, [knownTarget(context)]);
}

/** One change, or two where the group is to be made first: it stays made whatever becomes of the grant. */
async function send(context: AuthorizeContext, interactive: boolean): Promise<CommandResult> {
  const { services, isNewGroup, description = "" } = context;
  const { expires } = context;
  const item = { ...authorizedIngress(context), ...(expires ? { expires } : {}) };
  const guards = new Guards(services, interactive);
  if (isNewGroup) {
    const group = { ...item, description };
    const how = { interactive, guards, isFirstOfTwo: true, planned: unlooked([group]) };
    const created = await runChange(createGroups(services), [group], how, services);
    if (created.outcome !== "done") {
      return created;
    }
    context.cacheSecurityGroupName = item.cacheSecurityGroupName;
    context.isNewGroup = false;
  }
  const before = isNewGroup
    ? { madeBefore: `${item.cacheSecurityGroupName} was created, and lets nobody in yet.` }
    : {};
  const planned = plannedOf(context, item, isNewGroup);
  const how = { interactive, guards, ...(planned ? { planned } : {}), ...before };
  return runChange(authorizeGrants(services), [item], how, services);
}
