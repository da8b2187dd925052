import { firstSentence } from "../core/failures/failures";
import type { MapTarget } from "../core/map/mapData";
import type { TargetFacts } from "../core/map/targetFacts";
import { shownText } from "../core/shownText";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import { distinctFailures } from "../store/distinctFailures";
import { isStaleRule, sourceNames } from "../store/ruleNames";
import type { State } from "../store/state";

/** What is known of a target, as the map asks for it. */
export function factsOfTarget(target: Target, state: State): TargetFacts {
  const { caches, groups, vpc, ends } = state;
  const [ofCaches, ofGroups] = [caches.get(target), groups.get(target)];
  return {
    target,
    shown: shownTarget(target, state),
    caches: ofCaches.value,
    areCachesStale: branchState(ofCaches) === "stale",
    groups: ofGroups.value,
    areGroupsStale: branchState(ofGroups) === "stale",
    isReading: isReading(target, state),
    prefixLists: vpc.facts(target).prefixLists,
    rulesOf: (groupId) => vpc.rules(target, groupId),
    vpcGroup: (id) => vpc.group(target, id),
    namesOf: (rule) => sourceNames(vpc, target, rule),
    isStaleRule: (rule) => isStaleRule(vpc, target, rule),
    endOfRule: (rule) => ends.ofRule(target, rule),
    endOfGrant: (cacheSecurityGroupName, grant) =>
      ends.ofGrant({ ...target, cacheSecurityGroupName, ...grant }),
    openness: (cache) => vpc.openness(target, cache),
  };
}

function isReading(target: Target, { caches, groups, vpc }: State): boolean {
  return [caches, groups, vpc].some((store) => store.get(target).loading);
}

function shownTarget(target: Target, state: State): MapTarget {
  const { caches, groups, vpc, accounts } = state;
  const [ofCaches, ofGroups, ofRules] = [caches.get(target), groups.get(target), vpc.get(target)];
  // That an account has no cache security groups is an answer.
  const classic = ofGroups.failure?.kind === "classicRetired" ? undefined : ofGroups.failure;
  const failures = distinctFailures([
    ...ofCaches.failures,
    ...(classic ? [classic] : []),
    ...ofRules.failures,
    ...vpc.facts(target).failures,
    ...ofCaches.usersFailures,
  ]);
  const identity = accounts.get(target.profile);
  const wasRead = ofCaches.value !== undefined || ofGroups.value !== undefined;
  const isStale = [ofCaches, ofGroups].some((branch) => branchState(branch) === "stale");
  const isUnread = !wasRead && failures.length === 0;
  return {
    ...target,
    ...(identity ? { account: identity.accountId, arn: identity.arn } : {}),
    ...(ofCaches.readAt === undefined ? {} : { readAt: new Date(ofCaches.readAt).toISOString() }),
    state: isUnread
      ? "reading"
      : !wasRead
        ? "failed"
        : isStale
          ? "stale"
          : failures.length > 0
            ? "partly"
            : isReading(target, state)
              ? "reading"
              : "read",
    failures: failures.map(({ message }) => shownText(firstSentence(message, target))),
  };
}
