import { tagsOfEnd } from "../core/expiry/expiry";
import type { Failure } from "../core/failures/failures";
import { existingRules } from "../core/rules/existingRules";
import { type Rule, ruleKey } from "../core/rules/rule";
import { ruleText } from "../core/rules/ruleText";
import { type Target, targetAlone } from "../core/target";
import type { RulesOfGroups } from "../store/readRules";
import { permitted } from "../store/ruleDryRun";
import { sourceNames } from "../store/ruleNames";
import type { Judged, Verdict } from "./change";
import { endFailure } from "./expiry/ruleEnd";
import type { RuleItem } from "./revokeQuestion";
import type { RulesItem } from "./rulesItem";
import type { ChangeServices } from "./services";
import { unread } from "./unread";

const someEnd = tagsOfEnd({ at: 0, by: "sweep" });

/** What is there already is left out; what is not needs the permission, asked for with a dry run. */
export async function judgeNew<Item extends RulesItem>(
  item: Item,
  read: RulesOfGroups,
  services: ChangeServices,
): Promise<Judged<Item, readonly Rule[]>> {
  const there = read(item);
  const { equal, missing } = existingRules(item.rules, there.ok ? there.value : []);
  if (there.ok && missing.length === 0) {
    return { item, verdict: { kind: "alreadySo", why: "There already", answer: equal } };
  }
  const wrong = endFailure(item, services);
  if (wrong) {
    return { item, verdict: { kind: "impossible", failure: wrong } };
  }
  const narrowed = { ...item, rules: missing };
  const open: Verdict<readonly Rule[]> = there.ok
    ? { kind: "toDo" }
    : // Where it may not be read, EC2 will say.
      unread(there.failure);
  const asksForEnd = item.expires !== undefined && item.mayTag === undefined;
  if (item.isPermitted && !asksForEnd) {
    return { item: narrowed, verdict: open };
  }
  const { groupId, tags } = item;
  // Any end asks for the same permission.
  const ingress = { groupId, rules: missing, tags: { ...tags, ...(asksForEnd ? someEnd : {}) } };
  const permit = await permitted(targetAlone(item), ingress, item.tagsAreWanted, services.aws);
  if (!permit.ok) {
    return { item: narrowed, verdict: { kind: "impossible", failure: permit.failure } };
  }
  const { withoutTags } = permit.value;
  const known = { ...narrowed, tags: withoutTags ? {} : tags, isPermitted: true };
  return { item: asksForEnd ? { ...known, mayTag: !withoutTags } : known, verdict: open };
}

/** What is there under the id; changed where it says something else than it was read as. */
export function judgeKnown(
  item: RuleItem,
  read: RulesOfGroups,
  services: ChangeServices,
): Judged<RuleItem, Rule | undefined> {
  const there = read(item);
  if (!there.ok) {
    return { item, verdict: unread(there.failure) };
  }
  const found = there.value.find(({ id }) => id === item.ruleId);
  if (found) {
    const changed =
      item.rule && ruleKey(item.rule) !== ruleKey(found)
        ? `${item.ruleId} was changed: it now lets in ${ruleText(found, sourceNames(services.state.vpc, item, found))}`
        : undefined;
    const end = services.expiry.ofRule(item, found);
    return {
      item: { ...item, rule: found, ...(end ? { end } : {}) },
      verdict: { kind: "toDo", ...(changed === undefined ? {} : { changed }) },
    };
  }
  if (there.value.some(({ id }) => id === undefined)) {
    return { item, verdict: { kind: "notKnown", failure: withoutIds(item) } };
  }
  return {
    item,
    verdict: { kind: "alreadySo", why: "It is not there", answer: item.rule, missing: ruleIsGone(item) },
  };
}

function ruleIsGone({ ruleId, groupId, region }: RuleItem): Failure {
  return {
    kind: "notFound",
    code: "InvalidSecurityGroupRuleId.NotFound",
    message: `There is no rule ${ruleId} in ${groupId} in ${region}. Nothing was changed`,
  };
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
