import { endSentence } from "../../core/expiry/endWords";
import { type End, expiryOf, otherTags, tagsOfEnd } from "../../core/expiry/expiry";
import { endOf, endText, type GivenEnd, isEndAlready } from "../../core/expiry/givenEnd";
import { isInDoubt } from "../../core/failures/failureScope";
import type { Failure } from "../../core/failures/failures";
import { isBusy } from "../../core/failures/isBusy";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { count } from "../../core/plural";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone, targetKey } from "../../core/target";
import { type Change, inverse, type Judged } from "../change";
import { ruleWords } from "../revokeQuestion";
import type { ChangeServices } from "../services";
import { unread } from "../unread";
import { giveEnd, hasSchedule, takeEndAway } from "./moveEnd";
import { endFailure, expecting, rememberRules } from "./ruleEnd";

/** A rule that is to end at another time, or not at all. */
export interface RuleEndItem extends Target {
  readonly ruleId: string;
  readonly expires: GivenEnd | null;
  /** What a look found. */
  readonly rule?: Rule;
  readonly before?: End;
  /** What was set by what this takes back: another end by now is somebody's. */
  readonly set?: { readonly at: number | undefined };
}

/** The end that a rule has then; none where it is to stay. */
interface RuleEnd {
  readonly rule: Rule;
  readonly end: End | undefined;
}

/** Sets when rules end, or takes their ends away: their tags, and the schedules that go with them. */
export function setRuleEnds(services: ChangeServices): Change<RuleEndItem, RuleEnd> {
  /** Of rules with a schedule, which may be another by now than their tags say: to look at those alone tells nothing. */
  const unsure = new Map<string, Failure>();
  return {
    command: "setExpiry",
    title: "Set Expiry",
    doing: (number) => `Setting the expiry of ${count(number, "rule")}`,
    done: "set",
    undone: "somebody has set it so already",
    key: (item) => [targetKey(item), item.ruleId].join("\n"),
    scope: ({ ruleId }) => ruleId,
    look: (items) =>
      Promise.all(
        items.map((item) => {
          const failure = unsure.get(item.ruleId);
          return failure ? { item, verdict: { kind: "notKnown", failure } } : judge(item, services);
        }),
      ),
    send: async (item) => {
      unsure.delete(item.ruleId);
      const set = await setEnd(item, services);
      if (!set.ok && isInDoubt(set.failure) && (await hasSchedule(item, services))) {
        unsure.set(item.ruleId, set.failure);
      }
      return set;
    },
    alreadySo: () => false,
    isPassing: isBusy,
    unchanged: (item) => `${item.ruleId} ${item.expires ? "expires then" : "does not expire"} already`,
    end: async (item, { rule, end }) => {
      const what = ruleWords({ ...item, groupId: rule.groupId, rule }, services);
      const says = end ? endSentence(end) : "does not expire any more";
      const text = `${what} in ${rule.groupId}, ${item.region} (${item.profile}) ${says}`;
      return { severity: "information", text, canUndo: true };
    },
    undo: (made) =>
      inverse(
        setRuleEnds(services),
        made.map(({ item: { before, ...item }, answer }) => ({
          ...item,
          expires: before ? { kind: "at", at: before.at } : null,
          set: { at: answer.end?.at },
        })),
      ),
    value: (_, { rule, end }) => (end ? expiryOf(end, rule.id === undefined ? [] : [rule.id]) : null),
    fields: ({ profile, region, ruleId, expires }) => ({
      ...{ profile, region, securityGroupRuleId: ruleId },
      expires: expires && endText(expires),
    }),
  };
}

async function judge(item: RuleEndItem, services: ChangeServices): Promise<Judged<RuleEndItem, RuleEnd>> {
  const { aws, expiry } = services;
  const read = await (await aws()).describeVpcRule(targetAlone(item), item.ruleId);
  if (!read.ok) {
    return { item, verdict: unread(read.failure) };
  }
  const [rule] = read.value;
  if (!rule) {
    return { item, verdict: { kind: "impossible", failure: ruleIsGone(item) } };
  }
  const before = expiry.ofRule(item, rule);
  const known: RuleEndItem = { ...item, rule, ...(before ? { before } : {}) };
  const wrong = item.expires
    ? endFailure({ ...item, expires: item.expires }, services)
    : endlessFailure(item, services);
  if (wrong) {
    return { item: known, verdict: { kind: "impossible", failure: wrong } };
  }
  if (isEndAlready(item.expires, before)) {
    return {
      item: known,
      verdict: { kind: "alreadySo", why: "It is so already", answer: { rule, end: before } },
    };
  }
  const isOthers = item.set !== undefined && item.set.at !== before?.at;
  const now = before ? endSentence(before) : "does not expire any more";
  return {
    item: known,
    verdict: {
      kind: "toDo",
      ...(isOthers ? { changed: `${item.ruleId} was given another end: it ${now}` } : {}),
    },
  };
}

/** What is to stay may not, where the profile's setting demands an end; what is taken back may. */
function endlessFailure(item: RuleEndItem, services: ChangeServices) {
  return endFailure({ ...targetAlone(item), isRemade: item.set !== undefined }, services);
}

async function setEnd(item: RuleEndItem, services: ChangeServices): Promise<Outcome<RuleEnd>> {
  const target = targetAlone(item);
  const judged = item.rule ? { item } : await judge(item, services);
  const { rule, before } = judged.item;
  if (!rule) {
    return failed(
      "verdict" in judged && "failure" in judged.verdict ? judged.verdict.failure : ruleIsGone(item),
    );
  }
  const at = item.expires && endOf(item.expires, services.expiry.now(target));
  const set =
    at === null
      ? await takeEndAway(target, rule, before, services)
      : await expecting(target, at, services, () => giveEnd(target, rule, before, at, services));
  if (!set.ok) {
    return set;
  }
  const now = {
    ...rule,
    tags: {
      ...otherTags(rule.tags),
      ...(set.value ? tagsOfEnd(set.value) : {}),
    },
  };
  await services.state.vpc.authorize(target, async () => succeeded([now]));
  await services.expiry.forgetRule(target, item.ruleId);
  if (set.value) {
    await rememberRules(target, [now], set.value, services);
  }
  return succeeded({ rule: now, end: set.value });
}

function ruleIsGone({ ruleId, region }: RuleEndItem) {
  return {
    kind: "notFound",
    code: "InvalidSecurityGroupRuleId.NotFound",
    message: `There is no rule ${ruleId} in ${region}: it may have expired. Nothing was changed`,
  } as const;
}
