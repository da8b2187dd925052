import type { InterfaceCounts } from "../../../src/aws/api/securityGroups";
import type { CacheCluster, ReplicationGroup, ServerlessCache } from "../../../src/core/caches/cacheParts";
import type { CacheUser, CacheUserGroup } from "../../../src/core/caches/users";
import { type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import { trafficOf } from "../../../src/core/rules/traffic";
import type { VpcSecurityGroup } from "../../../src/core/rules/vpcSecurityGroup";
import { CacheStore } from "../../../src/store/cacheStore";
import type { CacheState } from "../../../src/store/state";
import type { VpcEvent } from "../../../src/store/vpcEntry";
import { VpcStore } from "../../../src/store/vpcStore";
import { noEnds } from "../../support/noEnds";

export const target = { profile: "dev", region: "us-west-2" };

export function cluster(
  id: string,
  groups: readonly string[],
  more: Partial<CacheCluster> = {},
): CacheCluster {
  return {
    id,
    engine: "redis",
    engineVersion: "7.1.0",
    status: "available",
    endpoints: [{ role: "node", address: "n.example", port: 6379 }],
    securityGroups: groups.map((groupId) => ({ id: groupId, status: "active" })),
    cacheSecurityGroups: [],
    networkType: "ipv4",
    encryptionInTransit: "none",
    authToken: false,
    ...more,
  };
}

export function group(id: string): VpcSecurityGroup {
  return { id, name: `name of ${id}`, description: "", ownerId: "111122223333", vpcId: "vpc-1", tags: {} };
}

export function rule(groupId: string, sourceId = "sg-source"): Rule {
  return {
    id: `sgr-${groupId}-${sourceId}`,
    groupId,
    tags: {},
    source: { kind: "securityGroup", groupId: sourceId },
    ...trafficOf("tcp", 6379, 6379),
  };
}

/** An account whose answers the test says, and what is known of it. */
export class Account {
  clusters: Outcome<readonly CacheCluster[]> = succeeded([
    cluster("one", ["sg-a"]),
    cluster("two", ["sg-b"]),
  ]);
  replicationGroups: Outcome<readonly ReplicationGroup[]> = succeeded([]);
  serverless: Outcome<readonly ServerlessCache[]> = succeeded([]);
  userGroups: Outcome<readonly CacheUserGroup[]> = succeeded([]);
  users: Outcome<readonly CacheUser[]> = succeeded([]);
  groups = async (ids: readonly string[]): Promise<Outcome<readonly VpcSecurityGroup[]>> =>
    succeeded(ids.map(group));
  rules = async (ids: readonly string[]): Promise<Outcome<readonly Rule[]>> =>
    succeeded(ids.map((id) => rule(id)));
  interfaces: InterfaceCounts = { counts: new Map(), complete: true };
  /** What the store of groups told. */
  readonly told: VpcEvent[] = [];
  readonly caches = new CacheStore(
    async () => ({
      listCacheClusters: async () => this.clusters,
      listReplicationGroups: async () => this.replicationGroups,
      listServerlessCaches: async () => this.serverless,
      listUserGroups: async () => this.userGroups,
      listUsers: async () => this.users,
    }),
    () => 1,
  );
  readonly vpc = new VpcStore(
    async () => ({
      describeVpcGroups: async (_, ids) => this.groups(ids),
      describeVpcRules: async (_, ids) => this.rules(ids),
      describeVpcPermissions: async (_, ids) => this.rules(ids),
      describeStaleReferences: async () => succeeded([]),
      describeInterfaceCounts: async () => succeeded(this.interfaces),
      listPrefixLists: async () => succeeded([]),
      listPrefixListEntries: async () => succeeded([]),
    }),
    this.caches,
    () => 1,
  );

  readonly state: CacheState = { caches: this.caches, vpc: this.vpc, ends: noEnds() };

  constructor() {
    this.vpc.changed.listen((event) => this.told.push(event));
  }
}
