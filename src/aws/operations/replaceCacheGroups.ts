import {
  ModifyCacheClusterCommand,
  ModifyReplicationGroupCommand,
  ModifyServerlessCacheCommand,
} from "@aws-sdk/client-elasticache";
import type { CacheGroups } from "../../core/caches/cacheGroups";
import { cacheRequests } from "../../core/requests/caches";
import type { AnswerMetadata, CallClients } from "../call/callClients";

/** Puts a list in the place of a cache's VPC security groups: each kind of cache has an operation of its own. */
export async function replaceCacheGroups(clients: CallClients, change: CacheGroups): Promise<undefined> {
  clients.answered(await send(clients, change));
  return undefined;
}

async function send(clients: CallClients, change: CacheGroups): Promise<AnswerMetadata> {
  const client = clients.elastiCache();
  const request = cacheRequests.replaceGroups(change);
  switch (request.action) {
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheCluster.html
    case "ModifyCacheCluster": {
      const command = new ModifyCacheClusterCommand(request.input);
      return (await client.send(command, clients.options)).$metadata;
    }
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
    case "ModifyReplicationGroup": {
      const command = new ModifyReplicationGroupCommand(request.input);
      return (await client.send(command, clients.options)).$metadata;
    }
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyServerlessCache.html
    case "ModifyServerlessCache": {
      const command = new ModifyServerlessCacheCommand(request.input);
      return (await client.send(command, clients.options)).$metadata;
    }
  }
}
