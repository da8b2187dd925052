import type { CacheKind, CacheName } from "./cache";

/** The VPC security groups that a cache is to have, in place of those it has. */
export interface CacheGroups {
  readonly cache: CacheName;
  readonly groupIds: readonly string[];
}

/** The operation that replaces the list, for each kind of cache. */
export const modifyActions: Readonly<Record<CacheKind, string>> = {
  cluster: "ModifyCacheCluster",
  replicationGroup: "ModifyReplicationGroup",
  serverless: "ModifyServerlessCache",
};
