import { fixedId } from "../ec2/ids";
import type { RegionState } from "../regionState";
import { ledger } from "./ledger";
import { shop } from "./peering";
import { addUsers } from "./users";
import { type ShopGroups, shopGroups } from "./vpcGroups";

/** The VPC-only account: caches of every kind, each with something about it that is worth seeing. */
export function vpcDemo(state: RegionState): void {
  const groups = shopGroups(state);
  clusters(state, groups);
  replicationGroups(state, groups);
  serverlessCaches(state, groups);
  ledger(state, groups.sessions.id);
}

const subnetGroup = "shop-caches";
const valkey = {
  engine: "valkey",
  engineVersion: "8.1.0",
  nodeType: "cache.r7g.large",
  port: 6379,
  subnetGroup,
} as const;
const redis = {
  engine: "redis",
  engineVersion: "7.1.0",
  nodeType: "cache.t4g.micro",
  port: 6379,
  subnetGroup,
} as const;

function clusters({ caches }: RegionState, groups: ShopGroups): void {
  caches.addCluster({
    id: "pages",
    engine: "memcached",
    engineVersion: "1.6.22",
    nodeType: "cache.t4g.small",
    nodes: 2,
    port: 11_311,
    subnetGroup,
    security: caches.security(groups.pages.id),
  });
  caches.addCluster({ ...redis, id: "analytics", nodes: 1, security: caches.security(groups.analytics.id) });
  // Open to whatever can route to the VPC, without encryption and without AUTH.
  caches.addCluster({ ...redis, id: "open-test", nodes: 1, security: caches.security(groups.open.id) });
}

function replicationGroups({ caches }: RegionState, groups: ShopGroups): void {
  addUsers(caches, "sessions");
  caches.addReplicationGroup({
    ...valkey,
    id: "sessions",
    description: "Session store of the web shop",
    tls: "required",
    clusterEnabled: false,
    shards: [["sessions-001", "sessions-002", "sessions-003"]],
    userGroupIds: ["sessions-users"],
    security: caches.security(groups.sessions.id, groups.shared.id),
  });
  caches.addReplicationGroup({
    ...valkey,
    id: "catalog",
    description: "Product catalog, in shards",
    tls: "required",
    authToken: true,
    clusterEnabled: true,
    shards: [
      ["catalog-0001-001", "catalog-0001-002"],
      ["catalog-0002-001", "catalog-0002-002"],
    ],
    security: caches.security(groups.shared.id),
  });
  caches.addReplicationGroup({
    ...valkey,
    id: "dual-stack",
    description: "Reached over IPv4 and IPv6",
    tls: "preferred",
    networkType: "dual_stack",
    clusterEnabled: false,
    shards: [["dual-stack-001", "dual-stack-002"]],
    security: caches.security(groups.dualStack.id),
  });
}

function serverlessCaches({ caches }: RegionState, groups: ShopGroups): void {
  const subnetIds = ["a", "b"].map((zone) => fixedId("subnet", shop.vpcId, zone));
  const serverlessValkey = { engine: "valkey", majorVersion: "8", fullVersion: "8.1" } as const;
  addUsers(caches, "storefront");
  caches.addServerless({
    ...serverlessValkey,
    name: "storefront",
    description: "Storefront",
    userGroupId: "storefront-users",
    subnetIds,
    security: caches.security(groups.storefront.id),
  });
  caches.addServerless({
    name: "fragments",
    description: "Rendered fragments",
    engine: "memcached",
    majorVersion: "1.6",
    fullVersion: "1.6",
    subnetIds,
    security: caches.security(groups.fragments.id),
  });
  // In no VPC: security groups do not decide who reaches it.
  caches.addServerless({
    ...serverlessValkey,
    name: "public-feed",
    description: "Feed for apps on the internet",
    userGroupId: "storefront-users",
    isPublic: true,
    subnetIds: [],
    security: caches.security(),
  });
}
