import type { Call } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { created } from "./cacheClusterXml";
import type { Caches, ReplicationGroup } from "./caches";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
 *
 * It has no security groups: those are on its member clusters.
 */
export function replicationGroupXml({ state: { caches }, now }: Call, group: ReplicationGroup): XmlObject {
  const status = group.security.isChanging(now) ? "modifying" : "available";
  const endpoints = endpointsOf(caches, group);
  return {
    ReplicationGroupId: group.id,
    Description: group.description,
    GlobalReplicationGroupInfo:
      group.globalDatastore === undefined
        ? {}
        : {
            GlobalReplicationGroupId: group.globalDatastore.id,
            GlobalReplicationGroupMemberRole: group.globalDatastore.role,
          },
    Status: status,
    PendingModifiedValues: {},
    MemberClusters: new XmlList("ClusterId", group.shards.flat()),
    NodeGroups: new XmlList(
      "NodeGroup",
      group.shards.map((members, index) => ({
        NodeGroupId: String(index + 1).padStart(4, "0"),
        Status: status,
        ...(group.clusterEnabled
          ? {}
          : { PrimaryEndpoint: endpoints.primary, ReaderEndpoint: endpoints.reader }),
        NodeGroupMembers: new XmlList(
          "NodeGroupMember",
          members.map((id, position) => ({
            CacheClusterId: id,
            CacheNodeId: "0001",
            ReadEndpoint: group.clusterEnabled ? undefined : endpoints.node(id),
            PreferredAvailabilityZone: `${caches.region}${"abc"[position % 3]}`,
            CurrentRole: group.clusterEnabled ? undefined : position === 0 ? "primary" : "replica",
          })),
        ),
      })),
    ),
    AutomaticFailover: group.shards.some((members) => members.length > 1) ? "enabled" : "disabled",
    MultiAZ: "enabled",
    ConfigurationEndpoint: group.clusterEnabled ? endpoints.configuration : undefined,
    SnapshotRetentionLimit: 0,
    ClusterEnabled: group.clusterEnabled,
    ClusterMode: group.clusterEnabled ? "enabled" : "disabled",
    CacheNodeType: group.nodeType,
    AuthTokenEnabled: group.authToken ?? false,
    TransitEncryptionEnabled: group.tls !== undefined,
    TransitEncryptionMode: group.tls,
    AtRestEncryptionEnabled: group.tls !== undefined,
    ARN: caches.arn("replicationgroup", group.id),
    UserGroupIds: new XmlList("member", group.userGroupIds ?? []),
    ReplicationGroupCreateTime: created,
    DataTiering: "disabled",
    AutoMinorVersionUpgrade: true,
    NetworkType: group.networkType ?? "ipv4",
    IpDiscovery: group.networkType === "ipv6" ? "ipv6" : "ipv4",
    Engine: group.engine,
  };
}

/** The names of endpoints depend on whether they are encrypted. */
function endpointsOf(caches: Caches, { id, port, tls }: ReplicationGroup) {
  const at = (address: string): XmlObject => ({ Address: `${address}.${caches.domain}`, Port: port });
  const code = caches.customerCode;
  return tls === undefined
    ? {
        primary: at(`${id}.${code}.ng.0001`),
        reader: at(`${id}-ro.${code}.ng.0001`),
        configuration: at(`${id}.${code}.clustercfg`),
        node: (member: string) => at(`${member}.${code}.0001`),
      }
    : {
        primary: at(`master.${id}.${code}`),
        reader: at(`replica.${id}.${code}`),
        configuration: at(`clustercfg.${id}.${code}`),
        node: (member: string) => at(`${member}.${id}.${code}`),
      };
}
