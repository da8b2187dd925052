import type { RuleItem } from "../../changes/revokeQuestion";
import { revokeRules, withoutIds } from "../../changes/rules";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { ofItem } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { readFields } from "../../store/given/fields";
import { prepareGroup } from "../../store/given/prepareGroup";
import { vpcFields } from "../../store/given/vpcFields";
import type { Params, Services } from "../command";
import { confirmedCommand } from "../confirmedCommand";
import { targetOf, targetStep } from "../steps/targetStep";
import { groupIdOf } from "../vpc/groupContext";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { type RevokeVpcContext, ruleStep } from "./ruleStep";

/** Takes rules of VPC security groups away. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeVpcIngress = confirmedCommand({
  id: "revokeVpcIngress",
  title: "Revoke VPC Ingress",
  steps: [targetStep, vpcGroupStep("The cache, by the security group whose rule is to go"), ruleStep],
  change: revokeRules,
  given: givenRule,
  context: (given, services): RevokeVpcContext => ({ services, given, ...given }),
  itemOf: (context) => {
    const target = targetOf(context);
    const ruleId = context.rule ? context.rule.id : context.given.ruleId;
    return ruleId === undefined
      ? failed(withoutIds(target))
      : succeeded(asRead({ ...target, groupId: groupIdOf(context), ruleId }, context));
  },
  items: ruleItems,
});

/** With what the rule was read as last: whoever confirms has seen that, and no more. */
function asRead(item: RuleItem, { rule, services }: Pick<RevokeVpcContext, "services" | "rule">): RuleItem {
  const read = rule ?? services.state.vpc.findRule(item, item.groupId, item.ruleId);
  return read ? { ...item, rule: read } : item;
}

async function givenRule(params: Params, services: Services): Promise<Outcome<RevokeVpcContext["given"]>> {
  const rule = await readFields(params, ["securityGroupRuleId"], services.state);
  if (!rule.ok) {
    return rule;
  }
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { securityGroupRuleId: ruleId } = rule.value;
  const withRule = ruleId === undefined ? given.value : { ...given.value, ruleId };
  if (withRule.cache === undefined || withRule.securityGroupId !== undefined) {
    return succeeded(withRule);
  }
  const prepared = await prepareGroup(withRule, services);
  return prepared.ok ? succeeded({ ...withRule, ...prepared.value }) : prepared;
}

/** Each once: the same rule stands below every cache that has its group. */
async function ruleItems(
  items: readonly Params[],
  services: Services,
): Promise<Outcome<readonly RuleItem[]>> {
  const rules = new Map<string, RuleItem>();
  for (const [index, params] of items.entries()) {
    const given = await givenRule(params, services);
    if (!given.ok) {
      return failed(ofItem(index, given.failure));
    }
    const { profile, region, securityGroupId: groupId, ruleId } = given.value;
    if (profile === undefined || region === undefined || groupId === undefined || ruleId === undefined) {
      const field = ruleId === undefined ? "securityGroupRuleId" : "securityGroupId";
      return failed(
        ofItem(index, invalidParameter(field, "The rule, its group, its profile or its region is missing")),
      );
    }
    rules.set(
      [profile, region, groupId, ruleId].join("\n"),
      asRead({ profile, region, groupId, ruleId }, { services }),
    );
  }
  return succeeded([...rules.values()]);
}
