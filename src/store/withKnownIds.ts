import { isMakeable, type Rule, ruleKey } from "../core/rules/rule";
import type { DatedRules } from "./datedRules";

/**
 * Rules as the groups themselves tell them, without ids and tags: with those that are known of the same ones, since a
 * group has one rule of a kind, so that the rows of what was read before are not taken for others.
 */
export function withKnownIds(rules: readonly Rule[], known: Pick<DatedRules, "ofGroup">): readonly Rule[] {
  return rules.map((rule) => {
    const same = isMakeable(rule)
      ? known.ofGroup(rule.groupId).find((each) => ruleKey(each) === ruleKey(rule))
      : undefined;
    return same?.id === undefined ? rule : { ...rule, id: same.id, tags: same.tags };
  });
}
