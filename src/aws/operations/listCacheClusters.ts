import {
  type CacheCluster as Answered,
  type DescribeCacheClustersCommandInput,
  paginateDescribeCacheClusters,
} from "@aws-sdk/client-elasticache";
import type { CacheEndpoint } from "../../core/caches/cache";
import type { CacheCluster } from "../../core/caches/cacheParts";
import { cacheRequests } from "../../core/requests/caches";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { authTokenOf, cacheEndpoints, encryptionOf } from "./cacheFields";
import { wholeList } from "./pages";

/** The largest page that DescribeCacheClusters allows. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheClusters.html */
export function listCacheClusters(
  clients: CallClients,
  { input }: { readonly input: DescribeCacheClustersCommandInput } = cacheRequests.listClusters(),
): Promise<readonly CacheCluster[]> {
  const pages = paginateDescribeCacheClusters(
    { client: clients.elastiCache(), pageSize },
    input,
    clients.options,
  );
  return wholeList(
    clients,
    pages,
    ({ CacheClusters }) => CacheClusters,
    ({ CacheClusterId: id }) => id,
    clusterOf,
  );
}

function clusterOf(cluster: Answered): CacheCluster {
  if (!cluster.CacheClusterId) {
    throw new ProtocolError("withoutName");
  }
  return {
    id: cluster.CacheClusterId,
    ...(cluster.ARN ? { arn: cluster.ARN } : {}),
    engine: cluster.Engine ?? "",
    engineVersion: cluster.EngineVersion ?? "",
    status: cluster.CacheClusterStatus ?? "",
    ...(cluster.ReplicationGroupId ? { replicationGroupId: cluster.ReplicationGroupId } : {}),
    endpoints: endpointsOf(cluster),
    securityGroups: (cluster.SecurityGroups ?? []).flatMap(({ SecurityGroupId: id, Status: status }) =>
      id ? [{ id, status: status ?? "" }] : [],
    ),
    cacheSecurityGroups: (cluster.CacheSecurityGroups ?? []).flatMap(({ CacheSecurityGroupName: name }) =>
      name ? [name] : [],
    ),
    networkType: cluster.NetworkType ?? "ipv4",
    encryptionInTransit: encryptionOf(cluster),
    ...authTokenOf(cluster),
  };
}

function endpointsOf({ ConfigurationEndpoint, CacheNodes }: Answered): readonly CacheEndpoint[] {
  return [
    ...cacheEndpoints("configuration", ConfigurationEndpoint),
    ...(CacheNodes ?? []).flatMap(({ Endpoint }) => cacheEndpoints("node", Endpoint)),
  ];
}
