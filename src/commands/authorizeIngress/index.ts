import { parseAccountId } from "../../core/accountId";
import { type CommandResult, cancelled } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { checkTarget, invalidParameter, textParams } from "../params";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse, tellFailure } from "../tellFailure";
import { cacheSecurityGroupStep } from "./cacheSecurityGroupStep";
import { type AuthorizeContext, type GivenIngress, ingressFields, ingressOf } from "./context";
import { ec2SecurityGroupStep } from "./ec2SecurityGroupStep";
import { executeAuthorize } from "./execute";
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
    const given = await check(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: AuthorizeContext = { services, given: given.value, ...given.value };
    const interactive = ingressFields.some((field) => given.value[field] === undefined);
    return attempt(context, interactive);
  },
};

/** Asks, sends; a value that AWS refuses opens the flow again at its step, the others kept. */
async function attempt(context: AuthorizeContext, interactive: boolean): Promise<CommandResult> {
  const { services } = context;
  let from: string | undefined;
  for (;;) {
    if (
      interactive &&
      (await runWizard("Authorize Ingress", steps, context, services.ui, from)) === "cancelled"
    ) {
      return cancelled;
    }
    const plan = {
      target: targetOf(context),
      ingress: ingressOf(context),
      interactive,
      ...(context.newGroup ? { newGroup: context.newGroup, onGroupMade: () => groupMade(context) } : {}),
    };
    const result = await executeAuthorize(plan, services);
    if (result.outcome !== "failed") {
      tellUnchanged(result, context);
      return result;
    }
    const { failure } = result;
    const retry = () => void attempt(context, interactive);
    tellFailure(failure, services, retry, plan.target);
    from = interactive && failure.kind === "invalidParameter" ? stepAtFault(failure, context) : undefined;
    if (from === undefined) {
      return result;
    }
  }
}

function groupMade(context: AuthorizeContext): void {
  context.cacheSecurityGroupName = ingressOf(context).cacheSecurityGroupName;
  delete context.newGroup;
}

/** The field of the step that asked for the value at fault, if one did. */
function stepAtFault({ field }: Failure, context: AuthorizeContext): string | undefined {
  return steps.find((step) => step.field === field && step.isNeeded(context))?.field;
}

function tellUnchanged({ outcome }: CommandResult, context: AuthorizeContext): void {
  if (outcome === "unchanged") {
    const { ec2SecurityGroupName, ec2SecurityGroupOwnerId, cacheSecurityGroupName } = ingressOf(context);
    void context.services.ui.tell({
      severity: "information",
      text: `${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId} was let in by ${cacheSecurityGroupName} already`,
      actions: [],
    });
  }
}

/** The fields given, each checked as if it had been entered. */
async function check(params: Params, services: Services) {
  const given = textParams(params, ingressFields);
  if (!given.ok) {
    return given;
  }
  const wrongTarget = await checkTarget(given.value, services.state);
  if (wrongTarget) {
    return { ok: false, failure: wrongTarget } as const;
  }
  return checkValues(given.value);
}

function checkValues(given: GivenIngress) {
  for (const [field, apiField] of [
    ["cacheSecurityGroupName", "CacheSecurityGroupName"],
    ["ec2SecurityGroupName", "EC2SecurityGroupName"],
  ] as const) {
    if (given[field] === "") {
      return { ok: false, failure: invalidParameter(apiField, `${field} is empty`) } as const;
    }
  }
  const { ec2SecurityGroupOwnerId: owner } = given;
  if (owner === undefined) {
    return { ok: true, value: given } as const;
  }
  const parsed = parseAccountId(owner);
  return parsed.ok
    ? ({ ok: true, value: { ...given, ec2SecurityGroupOwnerId: parsed.value } } as const)
    : ({ ok: false, failure: invalidParameter("EC2SecurityGroupOwnerId", parsed.message) } as const);
}
