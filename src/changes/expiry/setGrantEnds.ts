import { findGrant, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupIsGone } from "../../core/cacheSecurityGroups/groupIsGone";
import { groupKey, type IngressItem } from "../../core/cacheSecurityGroups/items";
import { endSentence } from "../../core/expiry/endWords";
import { type End, expiryOf } from "../../core/expiry/expiry";
import { endText, type GivenEnd, isEndAlready } from "../../core/expiry/givenEnd";
import type { Failure } from "../../core/failures/failures";
import { isBusy } from "../../core/failures/isBusy";
import { failed, succeeded } from "../../core/outcome";
import { count } from "../../core/plural";
import { readGroups } from "../../store/readGroups";
import { type Change, inverse, type Verdict } from "../change";
import type { ChangeServices } from "../services";
import { unread } from "../unread";
import { forgetGrant, rememberGrant } from "./grantEnd";
import { endFailure } from "./ruleEnd";

/** A grant that is to end at another time, or not at all. */
export interface GrantEndItem extends IngressItem {
  readonly expires: GivenEnd | null;
  readonly before?: End;
  /** What was set by what this takes back: another end by now is somebody's. */
  readonly set?: { readonly at: number | undefined };
}

/** Sets when grants end, or takes their ends away. Nothing is sent: this machine remembers them. */
export function setGrantEnds(services: ChangeServices): Change<GrantEndItem, End | undefined> {
  const { expiry } = services;
  return {
    command: "setExpiry",
    title: "Set Expiry",
    doing: (number) => `Setting the expiry of ${count(number, "grant")}`,
    done: "set",
    undone: "somebody has set it so already",
    key: (item) => [groupKey(item), grantKey(item)].join("\n"),
    scope: groupKey,
    look: async (items) => {
      const read = await readGroups(items, services.state);
      return items.map((item) => {
        const before = expiry.ofGrant(item);
        const known = { ...item, ...(before ? { before } : {}) };
        const found = read(item);
        if (!found.ok) {
          return { item: known, verdict: unread(found.failure) };
        }
        const status = found.value && findGrant(found.value, item)?.status;
        return { item: known, verdict: judge(known, status, services) };
      });
    },
    send: async (item) => {
      const wrong = endProblemOf(item, services);
      if (wrong) {
        return failed(wrong);
      }
      if (!item.expires) {
        return (await forgetGrant(item, services)) ? succeeded(undefined) : failed(kept);
      }
      const unwritten = await rememberGrant({ ...item, expires: item.expires }, services);
      return unwritten ? failed(unwritten) : succeeded(expiry.ofGrant(item));
    },
    alreadySo: () => false,
    isPassing: isBusy,
    unchanged: (item) => `${who(item)} ${item.expires ? "expires then" : "does not expire"} already`,
    end: async (item, end) => ({
      severity: "information",
      text: `${who(item)} in ${item.cacheSecurityGroupName}, ${item.region} (${item.profile}) ${end ? endSentence(end) : "does not expire any more"}`,
      canUndo: true,
    }),
    undo: (made) =>
      inverse(
        setGrantEnds(services),
        made.map(({ item: { before, ...item }, answer }) => ({
          ...item,
          expires: before ? { kind: "at", at: before.at } : null,
          set: { at: answer?.at },
        })),
      ),
    value: (_, end) => (end ? expiryOf(end) : null),
    fields: ({ expires, before: _, set: __, ...item }) => ({ ...item, expires: expires && endText(expires) }),
  };
}

/** Of an end that is to be taken away. */
const kept: Failure = {
  kind: "unexpected",
  message: "The end could not be taken away on this machine: its file cannot be deleted. Nothing was changed",
};

function judge(
  item: GrantEndItem,
  status: string | undefined,
  services: ChangeServices,
): Verdict<End | undefined> {
  if (status === undefined || /^revok(?:ing|ed)$/.test(status)) {
    return {
      kind: "impossible",
      failure: {
        ...groupIsGone(item),
        code: "AuthorizationNotFound",
        message: `${item.cacheSecurityGroupName} does not let in ${who(item)} (any more). Nothing was changed`,
      },
    };
  }
  const wrong = endProblemOf(item, services);
  if (wrong) {
    return { kind: "impossible", failure: wrong };
  }
  const { before, expires, set } = item;
  if (isEndAlready(expires, before)) {
    return { kind: "alreadySo", why: "It is so already", answer: before };
  }
  const changed = `${who(item)} was given another end: it ${before ? endSentence(before) : "does not expire any more"}`;
  return set !== undefined && set.at !== before?.at ? { kind: "toDo", changed } : { kind: "toDo" };
}

function endProblemOf(item: GrantEndItem, services: ChangeServices) {
  const { expires, set, ...target } = item;
  return endFailure({ ...target, ...(expires ? { expires } : {}), isRemade: set !== undefined }, services);
}

function who({ ec2SecurityGroupName, ec2SecurityGroupOwnerId }: IngressItem): string {
  return `${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId}`;
}
