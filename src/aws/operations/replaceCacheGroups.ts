import {
  ModifyCacheClusterCommand,
  ModifyReplicationGroupCommand,
  ModifyServerlessCacheCommand,
} from "@aws-sdk/client-elasticache";
import type { CacheGroups } from "../../core/caches/cacheGroups";
import type { AnswerMetadata, CallClients } from "../call/callClients";

/** Puts a list in the place of a cache's VPC security groups: each kind of cache has an operation of its own. */
export async function replaceCacheGroups(line: CallClients, change: CacheGroups): Promise<undefined> {
  line.answered(await send(line, change));
  return undefined;
}

async function send(
  line: CallClients,
  { cache: { kind, id }, groupIds }: CacheGroups,
): Promise<AnswerMetadata> {
  const client = line.elastiCache();
  const SecurityGroupIds = [...groupIds];
  switch (kind) {
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheCluster.html
    case "cluster": {
      const command = new ModifyCacheClusterCommand({ CacheClusterId: id, SecurityGroupIds });
      return (await client.send(command, line.options)).$metadata;
    }
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
    case "replicationGroup": {
      const command = new ModifyReplicationGroupCommand({ ReplicationGroupId: id, SecurityGroupIds });
      return (await client.send(command, line.options)).$metadata;
    }
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyServerlessCache.html
    case "serverless": {
      const command = new ModifyServerlessCacheCommand({ ServerlessCacheName: id, SecurityGroupIds });
      return (await client.send(command, line.options)).$metadata;
    }
  }
}
