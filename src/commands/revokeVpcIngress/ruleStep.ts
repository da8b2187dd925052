import { type Failure, firstSentence } from "../../core/failures/failures";
import { type Rule, ruleName } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import type { GivenVpc } from "../vpc/fields";
import { groupIdOf, groupWords, type VpcGroupContext } from "../vpc/groupContext";

export interface RevokeVpcContext extends VpcGroupContext {
  readonly given: GivenVpc & { readonly ruleId?: string };
  rule?: Rule;
}

/** Asks which of the group's rules is to go. */
export const ruleStep: Step<RevokeVpcContext> = {
  field: "securityGroupRuleId",
  isNeeded: ({ given }) => given.ruleId === undefined,
  async ask(context, at, ui) {
    const answer = await ui.pick<Rule>({
      at,
      placeholder: `The rule of ${groupWords(context)} that is to go`,
      items: [],
      later: entries(context),
      isActive: (rule) => context.rule !== undefined && ruleName(rule) === ruleName(context.rule),
    });
    return takeAnswer(answer, (rule) => {
      context.rule = rule;
    });
  },
};

async function entries(context: RevokeVpcContext): Promise<readonly PickEntry<Rule>[]> {
  const target = targetOf(context);
  const { vpc } = context.services.state;
  const read = await vpc.look(target, [groupIdOf(context)]);
  if (!read.ok) {
    return [{ label: firstSentence(read.failure.message), icon: "warning", note: true }];
  }
  if (read.value.length === 0) {
    return [{ label: `${groupWords(context)} lets nobody in`, icon: "info", note: true }];
  }
  return read.value.map((rule) => ({
    key: ruleName(rule),
    label: sourceText(rule.source, sourceNames(vpc, target, rule)),
    description: trafficWords(rule).filter(Boolean).join(" · "),
    ...(rule.description ? { detail: rule.description } : {}),
    icon: "server",
    value: rule,
  }));
}

/** Whoever may read the group alone sees its rules without their ids, and cannot revoke one by it. */
export function withoutIds({ profile, region }: Target): Failure {
  const action = "ec2:DescribeSecurityGroupRules";
  return {
    kind: "accessDenied",
    action,
    message: `Profile ${profile} may not do ${action} in ${region}, so the rule's ID is not known. Nothing was changed`,
  };
}
