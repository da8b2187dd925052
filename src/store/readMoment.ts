import type { Moment } from "../core/compare/moment";
import { cachePlace, groupPlace } from "../core/compare/places";
import { type Failure, firstSentence } from "../core/failures/failures";
import { type Target, targetAlone } from "../core/target";
import { refreshTarget } from "./refreshTarget";
import { sourceNames } from "./ruleNames";
import type { State } from "./state";

/** Reads who is let in to what in a target now. What cannot be read is not known in it. */
export async function readMoment(target: Target, state: State, now: () => number): Promise<Moment> {
  const isRead = state.vpc.isAsked(target);
  await refreshTarget(state, target);
  if (!isRead) {
    await state.vpc.load(target);
  }
  await state.vpc.loadFacts(target);
  return momentOf(target, state, new Date(now()).toISOString());
}

function momentOf(target: Target, { accounts, groups, caches, vpc }: State, at: string): Moment {
  const accountId = accounts.get(target.profile)?.accountId;
  const read = { caches: caches.get(target), groups: groups.get(target) };
  const [rulesFailure] = vpc.get(target).failures;
  const rules = {
    ofGroup: (id: string) => vpc.rules(target, id),
    namesOf: (rule: Parameters<typeof sourceNames>[2]) => sourceNames(vpc, target, rule),
    lists: vpc.facts(target).prefixLists,
    ...(rulesFailure ? { failure: why(rulesFailure, target) } : {}),
  };
  const [cachesFailure] = read.caches.failures;
  const groupsFailure = read.groups.failure;
  return {
    ...targetAlone(target),
    at,
    ...(accountId === undefined ? {} : { accountId }),
    places: [
      ...(read.caches.value ?? []).map((cache) => cachePlace(cache, rules)),
      // What was read before, and not now, may be another by now.
      ...(groupsFailure ? [] : (read.groups.value ?? []).map(groupPlace)),
    ],
    notRead: {
      ...(cachesFailure ? { caches: why(cachesFailure, target) } : {}),
      // Where there are no cache security groups there is nothing to know.
      ...(groupsFailure && groupsFailure.kind !== "classicRetired"
        ? { cacheSecurityGroups: why(groupsFailure, target) }
        : {}),
    },
  };
}

function why({ message }: Failure, target: Target): string {
  return firstSentence(message, target);
}
