import { groupIdsOf } from "./networkInterface";
import type { Snapshot } from "./snapshot";
import type { CacheCluster, ReplicationGroup, ServerlessCache } from "./snapshotCaches";
import type { NetworkInterface } from "./snapshotNetwork";

/** The cache that an interface is a node, or the door, of. */
export type CacheAt =
  | { readonly kind: "node"; readonly cluster: CacheCluster; readonly group: ReplicationGroup | undefined }
  | { readonly kind: "serverless"; readonly cache: ServerlessCache };

/**
 * A node's interface says which cluster it is of. No answer ties a serverless cache to its endpoint, so it is
 * the one with the endpoint's subnets and groups, where there is one only.
 */
export function cacheAt(snapshot: Snapshot, own: NetworkInterface): CacheAt | undefined {
  const [, clusterId] = /^ElastiCache (\S+)$/.exec(own.Description ?? "") ?? [];
  if (own.RequesterId === "amazon-elasticache" && clusterId !== undefined) {
    const cluster = snapshot.CacheClusters?.find(({ CacheClusterId }) => CacheClusterId === clusterId);
    const groupId = cluster?.ReplicationGroupId;
    const group = snapshot.ReplicationGroups?.find((each) => each.ReplicationGroupId === groupId);
    return cluster && { kind: "node", cluster, group: groupId === undefined ? undefined : group };
  }
  const endpoint = snapshot.VpcEndpoints?.find((each) =>
    each.NetworkInterfaceIds?.includes(own.NetworkInterfaceId ?? ""),
  );
  if (!endpoint?.ServiceName?.includes(".elasticache.serverless.")) {
    return undefined;
  }
  const [cache, another] = (snapshot.ServerlessCaches ?? []).filter(
    (each) =>
      isSame(each.SubnetIds, endpoint.SubnetIds) && isSame(each.SecurityGroupIds, groupIdsOf(endpoint)),
  );
  return cache && !another ? { kind: "serverless", cache } : undefined;
}

function isSame(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
