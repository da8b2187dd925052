import { ApiError, invalidValue } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList } from "../xml";
import { cacheClusterXml } from "./cacheClusterXml";
import type { CacheCluster } from "./caches";
import { byId, page } from "./paging";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheClusters.html */
export const describeCacheClusters: Operation = (call) => {
  const { params, state } = call;
  const id = params.optional("CacheClusterId");
  const alone = flag(call, "ShowCacheClustersNotInReplicationGroups");
  const listed =
    id === undefined
      ? byId(state.caches.clusters).filter((cluster) => !alone || cluster.replicationGroupId === undefined)
      : [findCacheCluster(call, id)];
  const { items, marker } = page(listed, (cluster) => cluster.id, "cacheClusters", params);
  const withNodes = flag(call, "ShowCacheNodeInfo");
  return {
    CacheClusters: new XmlList(
      "CacheCluster",
      items.map((cluster) => cacheClusterXml(call, cluster, withNodes)),
    ),
    Marker: marker,
  };
};

export function findCacheCluster({ state }: Call, id: string): CacheCluster {
  const cluster = state.caches.clusters.get(id.toLowerCase());
  if (cluster !== undefined) {
    return cluster;
  }
  throw new ApiError("CacheClusterNotFound", `CacheCluster not found: ${id.toLowerCase()}`);
}

function flag({ params }: Call, name: string): boolean {
  const text = params.optional(name)?.toLowerCase() ?? "false";
  if (text === "true" || text === "false") {
    return text === "true";
  }
  throw invalidValue(`${name} must be true or false.`);
}
