import { type GrantEndItem, setGrantEnds } from "../../changes/expiry/setGrantEnds";
import { type RuleEndItem, setRuleEnds } from "../../changes/expiry/setRuleEnds";
import { runChange } from "../../changes/run";
import type { CommandResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { ingressFields, isComplete } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { givenEnd } from "../../store/given/expires";
import { readFields } from "../../store/given/fields";
import { givenRule } from "../../store/given/rule";
import type { Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { askAndRun, withRead } from "../heads";
import { grantStep } from "../revokeIngress/grantStep";
import { type RevokeVpcContext, ruleStep } from "../revokeVpcIngress/ruleStep";
import type { ChosenEnd } from "../steps/endChoices";
import { groupStep } from "../steps/groupStep";
import { type IngressContext, ingressOf } from "../steps/ingress";
import { targetOf, targetStep } from "../steps/targetStep";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { type EndContext, endStep } from "./endStep";

type RuleContext = RevokeVpcContext & EndContext;
type GrantContext = IngressContext & EndContext;

const ruleSteps: readonly Step<RuleContext>[] = [
  targetStep,
  vpcGroupStep("The cache, by the security group whose rule is to end"),
  ruleStep("end"),
  endStep,
];
const grantSteps: readonly Step<GrantContext>[] = [targetStep, groupStep, grantStep("end"), endStep];

/** Says when a rule or a grant ends: another time, or never. A row says which; from the palette it is a VPC rule. */
export const setExpiry: Command = {
  id: "setExpiry",
  changes: true,
  run: (params, services) =>
    withRead(endOfParams(params, services), (expires) =>
      "cacheSecurityGroupName" in params || "ec2SecurityGroupName" in params
        ? ofGrant(params, expires, services)
        : ofRule(params, expires, services),
    ),
};

function ofRule(params: Params, expires: ChosenEnd | undefined, services: Services): Promise<CommandResult> {
  return withRead(givenRule(params, services), (given) => {
    const { profile, region, ruleId } = given;
    if (profile !== undefined && region !== undefined && ruleId !== undefined && expires !== undefined) {
      return set({ profile, region, ruleId, expires }, false, services);
    }
    const context: RuleContext = { services, given, ...given, ...endGiven(expires) };
    // The rule's ID says which group it is in.
    const steps = ruleId === undefined ? ruleSteps : [targetStep, endStep];
    return askAndRun("Set Expiry", steps, context, () =>
      withRead(ruleOf(context), (item) => set(item, true, services)),
    );
  });
}

function ruleOf(context: RuleContext): Outcome<RuleEndItem> {
  const ruleId = context.rule?.id ?? context.given.ruleId;
  return ruleId === undefined
    ? failed(invalidParameter("securityGroupRuleId", "The rule's ID is not known"))
    : succeeded({ ...targetOf(context), ruleId, expires: context.expires ?? null });
}

function set(item: RuleEndItem, interactive: boolean, services: Services): Promise<CommandResult> {
  return runChange(setRuleEnds(services), [item], { interactive }, services);
}

function ofGrant(params: Params, expires: ChosenEnd | undefined, services: Services): Promise<CommandResult> {
  return withRead(readFields(params, ingressFields, services.state), (given) => {
    const run = (item: GrantEndItem, interactive: boolean) =>
      runChange(setGrantEnds(services), [item], { interactive }, services);
    if (isComplete(given, ingressFields) && expires !== undefined) {
      return run({ ...given, expires }, false);
    }
    const context: GrantContext = { services, given, ...given, ...endGiven(expires) };
    return askAndRun("Set Expiry", grantSteps, context, () =>
      run({ ...ingressOf(context), expires: context.expires ?? null }, true),
    );
  });
}

function endGiven(expires: ChosenEnd | undefined): Pick<EndContext, "givenEnd" | "expires"> {
  return expires === undefined ? {} : { givenEnd: expires, expires };
}

/** The end that params give; null for none, `undefined` where it is to be asked for. */
function endOfParams(params: Params, { state }: Services): Outcome<ChosenEnd | undefined> {
  if (params["expires"] === null) {
    return succeeded(null);
  }
  const { profile, region } = params;
  const target = {
    ...(typeof profile === "string" ? { profile } : {}),
    ...(typeof region === "string" ? { region } : {}),
  };
  return givenEnd(params, target, state);
}
