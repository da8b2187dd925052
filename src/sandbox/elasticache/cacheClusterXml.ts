import type { Call } from "../service";
import { XmlList, type XmlObject } from "../xml";
import type { CacheCluster, Caches } from "./caches";
import { securityXml } from "./securityXml";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html
 *
 * @param withNodes the nodes and their endpoints are told only to those who ask for them
 */
export function cacheClusterXml({ state, now }: Call, cluster: CacheCluster, withNodes: boolean): XmlObject {
  const { caches, cacheSecurityGroups } = state;
  const status = cluster.security.isChanging(now) ? "modifying" : "available";
  return {
    CacheClusterId: cluster.id,
    ConfigurationEndpoint:
      cluster.engine === "memcached"
        ? {
            Address: `${cluster.id}.${caches.customerCode}.cfg.${caches.domain}`,
            Port: cluster.port,
          }
        : undefined,
    CacheNodeType: cluster.nodeType,
    Engine: cluster.engine,
    EngineVersion: cluster.engineVersion,
    CacheClusterStatus: status,
    NumCacheNodes: cluster.nodes,
    PreferredAvailabilityZone: `${caches.region}a`,
    CacheClusterCreateTime: created,
    PreferredMaintenanceWindow: "sun:05:00-sun:06:00",
    PendingModifiedValues: {},
    CacheSecurityGroups: new XmlList(
      "CacheSecurityGroup",
      (cluster.cacheSecurityGroups ?? [])
        .filter((name) => cacheSecurityGroups.has(name))
        .map((name) => ({ CacheSecurityGroupName: name, Status: "active" })),
    ),
    CacheSubnetGroupName: cluster.subnetGroup,
    CacheNodes: withNodes ? new XmlList("CacheNode", nodes(caches, cluster)) : undefined,
    AutoMinorVersionUpgrade: true,
    SecurityGroups: securityXml(cluster.security, now),
    ReplicationGroupId: cluster.replicationGroupId,
    AuthTokenEnabled: cluster.authToken ?? false,
    TransitEncryptionEnabled: cluster.tls !== undefined,
    TransitEncryptionMode: cluster.tls,
    AtRestEncryptionEnabled: cluster.tls !== undefined,
    ARN: caches.arn("cluster", cluster.id),
    NetworkType: cluster.networkType ?? "ipv4",
    IpDiscovery: cluster.networkType === "ipv6" ? "ipv6" : "ipv4",
  };
}

function nodes(caches: Caches, cluster: CacheCluster): XmlObject[] {
  return Array.from({ length: cluster.nodes }, (_, index) => {
    const nodeId = String(index + 1).padStart(4, "0");
    return {
      CacheNodeId: nodeId,
      CacheNodeStatus: "available",
      CacheNodeCreateTime: created,
      Endpoint: { Address: nodeAddress(caches, cluster, nodeId), Port: cluster.port },
      CustomerAvailabilityZone: `${caches.region}${"abc"[index % 3]}`,
    };
  });
}

/** The nodes of an encrypted replication group have names below the group's. */
function nodeAddress({ customerCode, domain }: Caches, cluster: CacheCluster, nodeId: string): string {
  return cluster.replicationGroupId === undefined || cluster.tls === undefined
    ? `${cluster.id}.${customerCode}.${nodeId}.${domain}`
    : `${cluster.id}.${cluster.replicationGroupId}.${customerCode}.${domain}`;
}

/** When everything in the sandbox was made: fixed, so that tests and pictures are. */
export const created = new Date("2026-01-15T09:30:00Z");
