import type { RuleItem } from "../../changes/revokeQuestion";
import { revokeRules } from "../../changes/rules";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { ofItem, readFields } from "../fields";
import { isConfirmed, oneOrMany, withRead } from "../heads";
import { targetOf, targetStep } from "../steps/targetStep";
import { vpcFields } from "../vpc/fields";
import { groupIdOf } from "../vpc/groupContext";
import { prepareGroup } from "../vpc/prepareGroup";
import { vpcGroupStep } from "../vpc/vpcGroupStep";
import { type RevokeVpcContext, ruleStep, withoutIds } from "./ruleStep";

const steps: readonly Step<RevokeVpcContext>[] = [
  targetStep(),
  vpcGroupStep("The cache, by the security group whose rule is to go"),
  ruleStep,
];

/** Takes rules of VPC security groups away. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeVpcIngress: Command = {
  id: "revokeVpcIngress",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => revokeOne(params, services),
      (items) => {
        const confirmed = isConfirmed(params);
        return withRead(ruleItems(items, services), (rules) =>
          runChange(
            revokeRules(services),
            rules,
            { interactive: !confirmed, confirmed, many: true },
            services,
          ),
        );
      },
    ),
};

function revokeOne(params: Params, services: Services): Promise<CommandResult> {
  return withRead(givenRule(params, services), async (given) => {
    const context: RevokeVpcContext = { services, given, ...given };
    if ((await runWizard("Revoke VPC Ingress", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const target = targetOf(context);
    const ruleId = context.rule ? context.rule.id : given.ruleId;
    if (ruleId === undefined) {
      return failedResult(withoutIds(target));
    }
    const confirmed = isConfirmed(params);
    const isComplete = given.securityGroupId !== undefined && given.ruleId !== undefined;
    const item = asRead({ ...target, groupId: groupIdOf(context), ruleId }, context);
    const how = { interactive: !confirmed || !isComplete, confirmed };
    return runChange(revokeRules(services), [item], how, services);
  });
}

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
