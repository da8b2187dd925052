import { joined } from "../../core/joined";
import { type Rule, ruleName } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import type { GivenRuleId } from "../../store/given/rule";
import { sourceNames } from "../../store/ruleNames";
import { failureNote, note } from "../../ui/entries";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import { groupIdOf, groupWords, type VpcGroupContext } from "../vpc/groupContext";

export interface RevokeVpcContext extends VpcGroupContext {
  readonly given: GivenRuleId;
  rule?: Rule;
}

/** Asks which of the group's rules is to `go`, or to `end`. */
export function ruleStep(to: "go" | "end") {
  return pickStep<RevokeVpcContext, Rule>({
    field: "securityGroupRuleId",
    isNeeded: ({ given }) => given.ruleId === undefined,
    question: (context) => ({
      placeholder: `The rule of ${groupWords(context)} that is to ${to}`,
      items: [],
      later: entries(context),
      isActive: (rule) => context.rule !== undefined && ruleName(rule) === ruleName(context.rule),
    }),
    keep: keepIn("rule"),
  });
}

async function entries(context: RevokeVpcContext): Promise<readonly PickEntry<Rule>[]> {
  const target = targetOf(context);
  const { vpc } = context.services.state;
  const read = await vpc.look(target, [groupIdOf(context)]);
  if (!read.ok) {
    return [failureNote(read.failure, target)];
  }
  if (read.value.length === 0) {
    return [note("info", `${groupWords(context)} lets nobody in`)];
  }
  return read.value.map((rule) => ({
    key: ruleName(rule),
    label: sourceText(rule.source, sourceNames(vpc, target, rule)),
    description: joined(...trafficWords(rule)),
    ...(rule.description ? { detail: rule.description } : {}),
    icon: "server",
    value: rule,
  }));
}
