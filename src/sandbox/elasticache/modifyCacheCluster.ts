import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";
import { cacheClusterXml } from "./cacheClusterXml";
import { findCacheCluster } from "./describeCacheClusters";
import { readSecurityGroupIds } from "./securityGroupIds";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheCluster.html
 *
 * The sandbox modifies nothing but the list of VPC security groups.
 */
export const modifyCacheCluster: Operation = (call) => {
  const cluster = findCacheCluster(call, call.params.required("CacheClusterId"));
  if (cluster.replicationGroupId !== undefined) {
    throw invalidValue(
      `Cache cluster ${cluster.id} belongs to replication group ${cluster.replicationGroupId}: modify that.`,
    );
  }
  const ids = readSecurityGroupIds(call, cluster.security.groupIds);
  if (cluster.security.isChanging(call.now)) {
    throw new ApiError("InvalidCacheClusterState", `Cache cluster ${cluster.id} is not in available state.`);
  }
  cluster.security.replace(ids, call.now);
  return { CacheCluster: cacheClusterXml(call, cluster, false) };
};
