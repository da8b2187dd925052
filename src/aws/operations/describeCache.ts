import type { CacheName } from "../../core/caches/cache";
import type { CacheParts } from "../../core/caches/cacheParts";
import type { CallClients } from "../call/callClients";
import { listCacheClusters } from "./listCacheClusters";
import { listReplicationGroups } from "./listReplicationGroups";
import { listServerlessCaches } from "./listServerlessCaches";

const nothing: CacheParts = { clusters: [], replicationGroups: [], serverless: [] };

/** One cache by its id, in one request: whoever asks about one need not read the region's whole. */
export async function describeCache(clients: CallClients, { kind, id }: CacheName): Promise<CacheParts> {
  switch (kind) {
    case "cluster": {
      const input = { CacheClusterId: id, ShowCacheNodeInfo: true };
      return { ...nothing, clusters: await listCacheClusters(clients, { input }) };
    }
    case "replicationGroup":
      return {
        ...nothing,
        replicationGroups: await listReplicationGroups(clients, { ReplicationGroupId: id }),
      };
    case "serverless":
      return { ...nothing, serverless: await listServerlessCaches(clients, { ServerlessCacheName: id }) };
  }
}
