import type { CacheName } from "../core/caches/cache";
import { groupIdsOf, withoutGroupsWords } from "../core/caches/membershipChange";
import { invalidParameter } from "../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Target } from "../core/target";
import type { State } from "./state";

/** The VPC security groups that a cache has, as they were read last; or why none is known. */
export function groupsOfCache(
  target: Target,
  cache: CacheName,
  { caches }: Pick<State, "caches">,
): Outcome<readonly string[]> {
  const { failure, failures } = caches.get(target);
  const found = caches.find(target, cache);
  if (failure) {
    return failed(failure);
  }
  if (!found) {
    const message = `There is no cache ${cache.id} in ${target.region}. Nothing was sent`;
    return failed(failures[0] ?? { kind: "notFound", message });
  }
  if (found.securityGroups === undefined) {
    return failed(failures[0] ?? { kind: "invalidState", message: withoutGroupsWords(found) });
  }
  return found.securityGroups.length === 0
    ? failed(invalidParameter("cacheId", withoutGroupsWords(found)))
    : succeeded(groupIdsOf(found));
}
