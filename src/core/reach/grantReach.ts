import {
  type CacheSecurityGroup,
  findGrant,
  type GrantName,
} from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Cache } from "../caches/cache";

/** A cache security group that lets an EC2 security group in, and the caches that are in it. */
export interface GrantReach {
  readonly group: CacheSecurityGroup;
  readonly caches: readonly Cache[];
}

/** The cache security groups of the first generation that let an EC2 security group in, by its name and owner. */
export function grantReach(
  wanted: GrantName,
  groups: readonly CacheSecurityGroup[],
  caches: readonly Cache[],
): readonly GrantReach[] {
  return groups
    .filter((group) => findGrant(group, wanted) !== undefined)
    .map((group) => ({
      group,
      caches: caches.filter(({ cacheSecurityGroups }) => cacheSecurityGroups.includes(group.name)),
    }));
}
