import type { Cache } from "../core/caches/cache";
import { type CacheOpenness, cacheOpenness } from "../core/reach/cacheOpenness";
import type { Target } from "../core/target";
import type { VpcStore } from "./vpcStore";

/** The openness of a cache, by what was read of its groups. */
export function opennessOf(vpc: VpcStore, target: Target, cache: Cache): CacheOpenness {
  return cacheOpenness(cache, (groupId) => vpc.rules(target, groupId), vpc.facts(target).prefixLists);
}
