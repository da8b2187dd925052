import { cancelled } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Rule } from "../../core/rules/rule";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { itemsOf } from "../many/items";
import { invalidParameter, textParam } from "../params";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse } from "../tellFailure";
import { vpcFields } from "../vpc/fields";
import { groupIdOf } from "../vpc/groupContext";
import { readRules } from "../vpc/look";
import { prepareGroup } from "../vpc/prepareGroup";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { revokeSeveral } from "../vpcMany/revokeSeveral";
import { revokeQuestion } from "./confirmRevoke";
import { type RevokeVpcContext, ruleStep } from "./ruleStep";
import { sendRevokeVpc } from "./sendRevokeVpc";

const steps: readonly Step<RevokeVpcContext>[] = [
  targetStep(),
  vpcGroupStep("The cache, by the security group whose rule is to go"),
  ruleStep,
];

/** Takes a rule of a VPC security group away. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeVpcIngress: Command = {
  id: "revokeVpcIngress",
  changes: true,
  several: "sameKind",
  async run(params, services) {
    const items = itemsOf(params);
    if (!items.ok) {
      return refuse(items.failure, services);
    }
    if (items.value) {
      return revokeSeveral(items.value, params["confirmed"] === true, services);
    }
    const given = await givenRule(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: RevokeVpcContext = { services, given: given.value, ...given.value };
    if ((await runWizard("Revoke VPC Ingress", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const target = targetOf(context);
    const confirmed = params["confirmed"] === true;
    const rule = await ruleOf(context, confirmed);
    if (!rule.ok) {
      return refuse(rule.failure, services);
    }
    if (!confirmed && !(await services.ui.confirm(revokeQuestion(target, rule.value, services.state)))) {
      return cancelled;
    }
    const complete =
      confirmed && given.value.securityGroupId !== undefined && given.value.ruleId !== undefined;
    return sendRevokeVpc({ target, rule: rule.value, interactive: !complete }, services);
  },
};

async function givenRule(params: Params, services: Services): Promise<Outcome<RevokeVpcContext["given"]>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const ruleId = textParam(params, "securityGroupRuleId");
  if (!ruleId.ok) {
    return ruleId;
  }
  if (ruleId.value !== undefined && !/^sgr-[0-9a-f]{8,17}$/.test(ruleId.value)) {
    return failed(
      invalidParameter("SecurityGroupRuleId", "A rule's ID is sgr- and 8 to 17 digits and letters a to f"),
    );
  }
  const withRule = ruleId.value === undefined ? given.value : { ...given.value, ruleId: ruleId.value };
  if (withRule.cache === undefined || withRule.securityGroupId !== undefined) {
    return succeeded(withRule);
  }
  const prepared = await prepareGroup(withRule, services);
  return prepared.ok ? succeeded({ ...withRule, ...prepared.value }) : prepared;
}

/** The rule as it is now: what it says is needed for the question, and to make it again. */
async function ruleOf(
  context: RevokeVpcContext,
  confirmed: boolean,
): Promise<Outcome<Rule | { readonly id: string; readonly groupId: string }>> {
  const { given, services } = context;
  const target = targetOf(context);
  const groupId = groupIdOf(context);
  const id = context.rule?.id ?? given.ruleId;
  if (context.rule && id !== undefined) {
    return succeeded(context.rule);
  }
  if (id === undefined) {
    return failed(withoutIds(target.profile, target.region));
  }
  const known = services.state.vpc.findRule(target, groupId, id);
  if (known) {
    return succeeded(known);
  }
  const read = await readRules(target, groupId, services);
  const found = read.ok ? read.value.find((rule) => rule.id === id) : undefined;
  if (found) {
    return succeeded(found);
  }
  // EC2 says best that there is none. Without the permission to list rules it can be revoked all the same.
  return confirmed || !read.ok || read.value.some((rule) => rule.id === undefined)
    ? succeeded({ id, groupId })
    : failed({
        kind: "notFound",
        message: `There is no rule ${id} in ${groupId} in ${target.region}. Nothing was changed`,
      });
}

/** A rule whose id is not known cannot be revoked by it. */
function withoutIds(profile: string, region: string): Failure {
  return {
    kind: "accessDenied",
    action: "ec2:DescribeSecurityGroupRules",
    message: `Profile ${profile} may not do ec2:DescribeSecurityGroupRules in ${region}, so the rule's ID is not known. Nothing was changed`,
  };
}
