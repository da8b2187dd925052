import { endOfTags, otherTags } from "../core/expiry/expiry";
import { isBusy } from "../core/failures/isBusy";
import { count } from "../core/plural";
import { cachesOfGroup } from "../core/reach/openedCaches";
import { isMakeable, type Rule, type RuleContent, ruleKey, ruleName } from "../core/rules/rule";
import { ruleApiShape } from "../core/rules/ruleApiShape";
import { ruleParams } from "../core/rules/ruleParams";
import { ruleText } from "../core/rules/ruleText";
import { targetAlone, targetKey } from "../core/target";
import { readRules } from "../store/readRules";
import { sourceNames } from "../store/ruleNames";
import { type Change, inverse } from "./change";
import { endMessage, expiryOfRules, foundRules, makeRules, takeEndAlong } from "./expiry/rulesThatEnd";
import { groupWords, type RuleItem, revokeQuestion, ruleWords } from "./revokeQuestion";
import { keptRules, type RulesItem } from "./rulesItem";
import { judgeKnown, judgeNew } from "./ruleVerdicts";
import type { ChangeServices } from "./services";

/** AuthorizeSecurityGroupIngress. */
export function authorizeRules<Item extends RulesItem = RulesItem>(
  services: ChangeServices,
): Change<Item, readonly Rule[]> {
  const { vpc } = services.state;
  return {
    command: "authorizeVpcIngress",
    title: "Authorize VPC Ingress",
    doing: (number) => `Authorizing in ${count(number, "security group")}`,
    done: "authorized",
    undone: "somebody has made the same rule again",
    key: (item) => [targetKey(item), item.groupId, ...item.rules.map(ruleKey).sort()].join("\n"),
    scope: ({ groupId }) => groupId,
    look: async (items) => {
      const read = await readRules(items, services.state);
      return Promise.all(items.map((item) => judgeNew(item, read, services)));
    },
    send: (item) => vpc.authorize(targetAlone(item), () => makeRules(item, services)),
    alreadySo: ({ kind }) => kind === "alreadyAuthorized",
    isPassing: isBusy,
    unchanged: ({ rules, groupId, ...target }) =>
      `${rules.map((rule) => ruleText(rule)).join(", ")} was let in by ${groupWords({ ...target, groupId }, services)} already`,
    end: async (item, rules) => {
      showRule(item, rules, services);
      const who = rules.map((rule) => ruleText(rule, sourceNames(vpc, item, rule))).join(", ");
      const ends = endMessage(item, rules, services);
      return {
        ...ends,
        text: `${who} is let in by ${groupWords(item, services)} in ${item.region} (${item.profile})`,
        canUndo: true,
      };
    },
    found: (item, rules) => foundRules(item, rules, services),
    undo: (made) =>
      inverse(
        revokeRules(services),
        made.flatMap(({ item, answer }) =>
          answer.flatMap((rule) =>
            rule.id === undefined
              ? []
              : [{ ...targetAlone(item), groupId: item.groupId, ruleId: rule.id, rule }],
          ),
        ),
      ),
    copy: (item) => {
      const [rule] = item.rules;
      return rule && { ...targetAlone(item), securityGroupId: item.groupId, ...ruleParams(rule) };
    },
    value: (_, rules) => rules.map(ruleApiShape),
    expiry: (item, rules) => expiryOfRules(item, rules, services),
    fields: ({ profile, region, groupId, rules }) => ({
      profile,
      region,
      securityGroupId: groupId,
      rules: rules.map((rule) => ruleText(rule)),
    }),
    kept: keptRules,
  };
}

/** RevokeSecurityGroupIngress, by the rule's id: by what it says, a default VPC would pass over a mismatch. */
export function revokeRules(services: ChangeServices): Change<RuleItem, Rule | undefined> {
  const { vpc } = services.state;
  return {
    command: "revokeVpcIngress",
    title: "Revoke VPC Ingress",
    doing: (number) => `Revoking ${count(number, "rule")}`,
    done: "revoked",
    undone: "somebody has revoked it already",
    key: (item) => [targetKey(item), item.groupId, item.ruleId].join("\n"),
    scope: (item) => `${item.groupId}\n${item.ruleId}`,
    look: async (items) => {
      const read = await readRules(items, services.state);
      return items.map((item) => judgeKnown(item, read, services));
    },
    send: async (item) => {
      const target = targetAlone(item);
      const answer = await vpc.revoke(target, item, async () =>
        (await services.aws()).revokeVpcIngress(target, item),
      );
      if (answer.ok || answer.failure.kind === "notFound") {
        await takeEndAlong(item, services);
      }
      return answer.ok ? { ...answer, value: item.rule } : answer;
    },
    alreadySo: ({ kind }) => kind === "notFound",
    isPassing: isBusy,
    question: (judged) => revokeQuestion(judged, services),
    unchanged: (item) => `${item.ruleId} is not in ${groupWords(item, services)} any more`,
    end: async (item, rule) => ({
      severity: "information",
      text: `${ruleWords(item, services)} is revoked from ${groupWords(item, services)} in ${item.region} (${item.profile})`,
      canUndo: rule !== undefined && isMakeable(rule),
    }),
    undo: (made) =>
      inverse(
        authorizeRules(services),
        made.flatMap(({ item, answer: rule }) =>
          rule && isMakeable(rule) ? [itemToRemake(item, rule)] : [],
        ),
      ),
    value: () => undefined,
    fields: ruleFields,
    kept: ({ rule, ...item }) => ({
      ...ruleFields(item),
      ...(rule && isMakeable(rule) ? { rule: ruleParams(rule), tags: rule.tags } : {}),
    }),
  };
}

function ruleFields({ profile, region, groupId, ruleId }: RuleItem): object {
  return { profile, region, securityGroupId: groupId, securityGroupRuleId: ruleId };
}

/** The same rule, with its description and tags. It gets another id. */
function itemToRemake(item: RuleItem, { id: _, groupId, tags, ...content }: Rule & RuleContent): RulesItem {
  const end = item.end ?? endOfTags(tags);
  return {
    ...targetAlone(item),
    ...{ groupId, rules: [content], tags: otherTags(tags), tagsAreWanted: false, isRemade: true },
    ...(end ? { expires: { kind: "at", at: end.at } } : {}),
  };
}

function showRule(
  { groupId, cache, ...target }: RulesItem,
  [first]: readonly Rule[],
  { state, showRow, made }: ChangeServices,
): void {
  const shown = cache ?? cachesOfGroup(state.caches.get(target).value ?? [], groupId)[0];
  if (shown) {
    const group = [target.profile, target.region, shown.kind, shown.id, groupId] as const;
    showRow("vpcSecurityGroup", ...group);
    if (first) {
      made?.("rule", ...group, ruleName(first));
    }
  }
}
