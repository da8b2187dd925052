import type { CacheName } from "./cache";

/** The VPC security groups that a cache is to have, in place of those it has. */
export interface CacheGroups {
  readonly cache: CacheName;
  readonly groupIds: readonly string[];
}
