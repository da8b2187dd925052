import type { CacheEndpoint, GroupMembership } from "./cache";

/** A cache cluster as DescribeCacheClusters tells it: a cache by itself, or part of a replication group. */
export interface CacheCluster {
  readonly id: string;
  readonly arn?: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly status: string;
  readonly replicationGroupId?: string;
  readonly endpoints: readonly CacheEndpoint[];
  readonly securityGroups: readonly GroupMembership[];
  readonly cacheSecurityGroups: readonly string[];
  readonly networkType: string;
  readonly encryptionInTransit: "required" | "preferred" | "none";
  /** Absent where the answer does not tell. */
  readonly authToken?: boolean;
}

/** A replication group as DescribeReplicationGroups tells it: without its security groups, or its version. */
export interface ReplicationGroup {
  readonly id: string;
  readonly arn?: string;
  /** Absent from older answers; the member clusters tell it too. */
  readonly engine?: string;
  readonly status: string;
  readonly endpoints: readonly CacheEndpoint[];
  readonly members: readonly string[];
  /** Absent where the answer does not tell. */
  readonly clusterMode?: boolean;
  readonly networkType: string;
  readonly encryptionInTransit: "required" | "preferred" | "none";
  /** Absent where the answer does not tell. */
  readonly authToken?: boolean;
  readonly userGroupIds: readonly string[];
  readonly globalDatastore?: { readonly id: string; readonly role: string };
}

/** A serverless cache as DescribeServerlessCaches tells it. */
export interface ServerlessCache {
  readonly name: string;
  readonly arn?: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly status: string;
  readonly endpoints: readonly CacheEndpoint[];
  readonly securityGroupIds: readonly string[];
  readonly subnetIds?: readonly string[];
  readonly userGroupIds: readonly string[];
  readonly networkType: string;
}

/** What the three lists told; `undefined` for one that could not be had. */
export interface CacheParts {
  readonly clusters: readonly CacheCluster[] | undefined;
  readonly replicationGroups: readonly ReplicationGroup[] | undefined;
  readonly serverless: readonly ServerlessCache[] | undefined;
}

/** The user groups that caches have, each once. */
export function userGroupsIn({ replicationGroups, serverless }: CacheParts): readonly string[] {
  const all = [...(replicationGroups ?? []), ...(serverless ?? [])];
  return [...new Set(all.flatMap(({ userGroupIds }) => userGroupIds))];
}
