import type { CacheName } from "../../core/caches/cache";
import type { CacheParts } from "../../core/caches/cacheParts";
import type { CallClients } from "../call/callClients";
import { listCacheClusters } from "./listCacheClusters";
import { listReplicationGroups } from "./listReplicationGroups";
import { listServerlessCaches } from "./listServerlessCaches";

const nothing: CacheParts = { clusters: [], replicationGroups: [], serverless: [] };

/**
 * One cache by its id, in one request: whoever asks about one need not read the region's whole. An endpoint that passes
 * over the id gives others too.
 */
export async function describeCache(clients: CallClients, { kind, id }: CacheName): Promise<CacheParts> {
  // The API takes it in any case.
  const isIt = (answered: string): boolean => answered.toLowerCase() === id.toLowerCase();
  switch (kind) {
    case "cluster": {
      const input = { CacheClusterId: id, ShowCacheNodeInfo: true };
      const clusters = await listCacheClusters(clients, { input });
      return { ...nothing, clusters: clusters.filter((each) => isIt(each.id)) };
    }
    case "replicationGroup": {
      const replicationGroups = await listReplicationGroups(clients, { ReplicationGroupId: id });
      return { ...nothing, replicationGroups: replicationGroups.filter((each) => isIt(each.id)) };
    }
    case "serverless": {
      const serverless = await listServerlessCaches(clients, { ServerlessCacheName: id });
      return { ...nothing, serverless: serverless.filter(({ name }) => isIt(name)) };
    }
  }
}
