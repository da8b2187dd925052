import type { Cache } from "../caches/cache";
import type { Snapshot } from "./snapshot";
import type { CacheCluster } from "./snapshotCaches";

/** A cache as the lists of a snapshot have it: what was read of it already need not be read again. */
export function cacheLists(cache: Cache): Snapshot {
  switch (cache.kind) {
    case "cluster":
      return { CacheClusters: [clusterOf(cache, cache.id)], ReplicationGroups: [], ServerlessCaches: [] };
    case "replicationGroup":
      return {
        CacheClusters: cache.members.map((id) => ({
          ...clusterOf(cache, id),
          ReplicationGroupId: cache.id,
        })),
        ReplicationGroups: [
          {
            ReplicationGroupId: cache.id,
            ClusterEnabled: cache.clusterMode === "yes",
            UserGroupIds: userGroupsOf(cache),
          },
        ],
        ServerlessCaches: [],
      };
    case "serverless":
      return { CacheClusters: [], ReplicationGroups: [], ServerlessCaches: [serverlessOf(cache)] };
  }
}

function clusterOf(cache: Cache, id: string): CacheCluster {
  const { engine, encryptionInTransit, authentication, endpoints } = cache;
  const configuration = cache.kind === "cluster" && endpoints.find(({ role }) => role === "configuration");
  return {
    CacheClusterId: id,
    Engine: engine,
    CacheNodes: (cache.ports ?? []).map((Port) => ({ Endpoint: { Port } })),
    ...(configuration
      ? { ConfigurationEndpoint: { Address: configuration.address, Port: configuration.port } }
      : {}),
    AuthTokenEnabled: authentication.kind === "asked" && authentication.authToken,
    TransitEncryptionEnabled: encryptionInTransit !== "none",
    TransitEncryptionMode: encryptionInTransit,
  };
}

function serverlessOf(cache: Cache) {
  const [first, second] = cache.ports ?? [];
  const address = cache.endpoints[0]?.address;
  return {
    ServerlessCacheName: cache.id,
    Engine: cache.engine,
    ...(first === undefined ? {} : { Endpoint: { Address: address, Port: first } }),
    ...(second === undefined ? {} : { ReaderEndpoint: { Address: address, Port: second } }),
    SubnetIds: cache.subnetIds ?? [],
    SecurityGroupIds: (cache.securityGroups ?? []).map(({ id }) => id),
    UserGroupId: userGroupsOf(cache)[0],
  };
}

function userGroupsOf({ authentication }: Cache): readonly string[] {
  return authentication.kind === "asked" ? authentication.userGroups.map(({ id }) => id) : [];
}
