import { asksNobody, noAuth } from "../core/caches/authentication";
import type { Cache } from "../core/caches/cache";
import type { Failure } from "../core/failures/failures";
import type { Target } from "../core/target";
import { distinctFailures } from "../store/distinctFailures";
import type { CacheState } from "../store/state";

/** How far a cache is open. Empty for one that is not: that is said only of what was read. */
export type CacheReach = "public" | "open" | "notKnown" | "checking" | "";

export function cacheReach({ vpc }: Pick<CacheState, "vpc">, target: Target, cache: Cache): CacheReach {
  if (cache.isPublic) {
    return "public";
  }
  const openness = vpc.openness(target, cache);
  switch (openness.answer) {
    case "yes":
      return "open";
    case "no":
      return "";
    case "notKnown":
      return vpc.isChecking(target, openness) ? "checking" : "notKnown";
  }
}

/** What a cache's row begins with: one of `reach`, and whether nobody is asked who they are where that is read. */
export function reachWords(reach: CacheReach, cache: Cache): readonly string[] {
  const unguarded = asksNobody(cache.authentication) === "yes" ? noAuth : "";
  switch (reach) {
    case "public":
      return ["public"];
    case "open":
      return ["open", unguarded];
    case "notKnown":
      return ["not known"];
    case "checking":
      return ["checking…"];
    case "":
      return [unguarded];
  }
}

/** Why it is not known of a cache whether it is open. */
export function whyNotKnown({ caches, vpc }: CacheState, target: Target, cache: Cache): readonly Failure[] {
  const groups = cache.securityGroups;
  const lacksRules = groups?.some(({ id }) => vpc.rules(target, id) === undefined);
  const lacksLists = vpc.openness(target, cache).prefixListIds.length > 0;
  return distinctFailures([
    ...(groups === undefined ? caches.get(target).failures : []),
    ...(lacksRules ? vpc.get(target).failures : []),
    ...(lacksLists ? vpc.facts(target).failures : []),
  ]);
}
