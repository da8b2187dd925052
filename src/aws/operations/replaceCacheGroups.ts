import {
  ModifyCacheClusterCommand,
  ModifyReplicationGroupCommand,
  ModifyServerlessCacheCommand,
} from "@aws-sdk/client-elasticache";
import type { CacheGroups } from "../../core/caches/cacheGroups";
import { cacheRequests } from "../../core/requests/caches";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { sendChange } from "./sendChange";

/** Puts a list in the place of a cache's VPC security groups: each kind of cache has an operation of its own. */
export function replaceCacheGroups(clients: CallClients, change: CacheGroups): Promise<undefined> {
  const client = clients.elastiCache();
  const request = cacheRequests.replaceGroups(change);
  const isAbout = (answered: string | undefined) => checkId(answered, change.cache.id);
  switch (request.action) {
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheCluster.html
    case "ModifyCacheCluster":
      return sendChange(clients, {
        send: () => client.send(new ModifyCacheClusterCommand(request.input), clients.options),
        resultOf: ({ CacheCluster }) => isAbout(CacheCluster?.CacheClusterId),
      });
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
    case "ModifyReplicationGroup":
      return sendChange(clients, {
        send: () => client.send(new ModifyReplicationGroupCommand(request.input), clients.options),
        resultOf: ({ ReplicationGroup }) => isAbout(ReplicationGroup?.ReplicationGroupId),
      });
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyServerlessCache.html
    case "ModifyServerlessCache":
      return sendChange(clients, {
        send: () => client.send(new ModifyServerlessCacheCommand(request.input), clients.options),
        resultOf: ({ ServerlessCache }) => isAbout(ServerlessCache?.ServerlessCacheName),
      });
  }
}

/** The cache that was changed is in the answer. AWS has its ids in lower case. */
function checkId(answered: string | undefined, asked: string): undefined {
  if (answered?.toLowerCase() !== asked.toLowerCase()) {
    throw new ProtocolError("withoutResult");
  }
  return undefined;
}
