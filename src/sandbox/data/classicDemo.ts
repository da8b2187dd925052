import type { RegionState } from "../regionState";
import { addInstances } from "./instances";
import { tcp } from "./ruleWords";

const self = "123456781234";
const partner = "565419523791";

/** The account of the API reference's sample: a group without grants to try things on, and some in use. */
export function classicDemo(state: RegionState): void {
  const { cacheSecurityGroups: groups, caches, ec2 } = state;
  groups.add("mygroup", "My security group");

  const sessions = groups.add("sessions", "Session store of the web shop");
  groups.grant(sessions, "web-servers", self);
  groups.grant(sessions, "checkout", self);
  groups.grant(sessions, "default", partner);
  sessions.clusters.add("sessions-001");
  caches.addCluster({
    id: "sessions-001",
    engine: "memcached",
    engineVersion: "1.4.14",
    nodeType: "cache.m1.small",
    nodes: 1,
    port: 11_211,
    cacheSecurityGroups: ["sessions"],
    security: caches.security(),
  });

  const rateLimit = groups.add("rate-limit", "Counters of the public API");
  groups.grant(rateLimit, "api-gateway", self);

  ec2.addClassicGroup("web-servers", "Web servers of the shop");
  ec2.addClassicGroup("checkout", "Checkout workers");
  ec2.addClassicGroup("api-gateway", "Public API");
  onTheWayToVpc(state);
}

/** The same account has begun to move: a cache in its VPC, and groups there, one under its old name. */
function onTheWayToVpc({ caches, ec2 }: RegionState): void {
  const vpcId = ec2.defaultVpcId;
  const web = ec2.addVpcGroup("web-servers", "Web servers of the shop");
  ec2.addVpcGroup("reporting", "Nightly reports");
  addInstances(ec2, vpcId, web, 2, "172.31.1");
  const cacheGroup = ec2.addVpcGroup("sessions-cache", "Session store, in the VPC", vpcId, () => [
    tcp(6379, { kind: "group", groupId: web.id, ownerId: self }, "Web servers"),
  ]);
  caches.addReplicationGroup({
    id: "sessions-next",
    description: "Takes over from sessions-001",
    engine: "valkey",
    engineVersion: "8.1.0",
    nodeType: "cache.t4g.small",
    port: 6379,
    tls: "required",
    clusterEnabled: false,
    shards: [["sessions-next-001", "sessions-next-002"]],
    subnetGroup: "default",
    security: caches.security(cacheGroup.id),
  });
}
