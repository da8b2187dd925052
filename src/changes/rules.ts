import type { CacheName } from "../core/caches/cache";
import { endOfTags, otherTags, tagsOfEnd } from "../core/expiry/expiry";
import { endText } from "../core/expiry/givenEnd";
import type { Failure } from "../core/failures/failures";
import { isBusy } from "../core/failures/isBusy";
import { count } from "../core/plural";
import { cachesOfGroup } from "../core/reach/openedCaches";
import { existingRules } from "../core/rules/existingRules";
import { isMakeable, type Rule, type RuleContent, ruleKey } from "../core/rules/rule";
import { ruleApiShape } from "../core/rules/ruleApiShape";
import { ruleParams } from "../core/rules/ruleParams";
import { ruleText } from "../core/rules/ruleText";
import { type Target, targetAlone, targetKey } from "../core/target";
import { type RulesOfGroups, readRules } from "../store/readRules";
import { permitted } from "../store/ruleDryRun";
import { sourceNames } from "../store/ruleNames";
import { type Change, inverse, type Judged, type Verdict } from "./change";
import { type Ending, endFailure } from "./expiry/ruleEnd";
import { endMessage, expiryOfRules, foundRules, makeRules, takeEndAlong } from "./expiry/rulesThatEnd";
import { groupWords, type RuleItem, revokeQuestion, ruleWords } from "./revokeQuestion";
import type { ChangeServices } from "./services";
import { unread } from "./unread";

/** Rules to be made in one group: one request, all of them or none. */
export interface RulesItem extends Target, Ending {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the tags were asked for: then the rules are not made without them. */
  readonly tagsAreWanted: boolean;
  /** Whether the permission was asked for already: a dry run proves the same twice. */
  readonly isPermitted?: boolean;
  /** The cache that the way to the rules leads through in the tree. */
  readonly cache?: CacheName;
}

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
      showRule(item, services);
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

/** What the journal keeps of them: as the fields of Authorize VPC Ingress have it, but for several rules. */
export function keptRules({
  groupId,
  rules,
  tags,
  tagsAreWanted,
  cache,
  expires,
  ...item
}: RulesItem): object {
  return {
    ...targetAlone(item),
    securityGroupId: groupId,
    rules: rules.map(ruleParams),
    tags,
    tagsAreWanted,
    ...(cache ? { cacheKind: cache.kind, cacheId: cache.id } : {}),
    ...(expires ? { expires: endText(expires) } : {}),
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

const someEnd = tagsOfEnd({ at: 0, by: "sweep" });

/** What is there already is left out; what is not needs the permission, asked for with a dry run. */
async function judgeNew<Item extends RulesItem>(
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

function judgeKnown(
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

function showRule({ groupId, cache, ...target }: RulesItem, { state, showRow }: ChangeServices): void {
  const shown = cache ?? cachesOfGroup(state.caches.get(target).value ?? [], groupId)[0];
  if (shown) {
    showRow("vpcSecurityGroup", target.profile, target.region, shown.kind, shown.id, groupId);
  }
}
