import type { RuleItem } from "../../changes/revokeQuestion";
import { revokeRules } from "../../changes/rules";
import { withoutIds } from "../../changes/ruleVerdicts";
import { failed, succeeded } from "../../core/outcome";
import { givenRule, givenRules } from "../../store/given/rule";
import { confirmedCommand } from "../confirmedCommand";
import { targetOf, targetStep } from "../steps/targetStep";
import { groupIdOf } from "../vpc/groupContext";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { type RevokeVpcContext, ruleStep } from "./ruleStep";

/** Takes rules of VPC security groups away. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeVpcIngress = confirmedCommand({
  id: "revokeVpcIngress",
  title: "Revoke VPC Ingress",
  steps: [targetStep, vpcGroupStep("The cache, by the security group whose rule is to go"), ruleStep("go")],
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
  items: async (items, services) => {
    const rules = await givenRules(items, services);
    return rules.ok ? succeeded(rules.value.map((rule) => asRead(rule, { services }))) : rules;
  },
});

/** With what the rule was read as last: whoever confirms has seen that, and no more. */
function asRead(item: RuleItem, { rule, services }: Pick<RevokeVpcContext, "services" | "rule">): RuleItem {
  const read = rule ?? services.state.vpc.findRule(item, item.groupId, item.ruleId);
  return read ? { ...item, rule: read } : item;
}
