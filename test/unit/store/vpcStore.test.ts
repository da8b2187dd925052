import assert from "node:assert/strict";
import type { InterfaceCounts } from "../../../src/aws/api/securityGroups";
import type { CacheCluster } from "../../../src/core/caches/cacheParts";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import { trafficOf } from "../../../src/core/rules/traffic";
import type { VpcSecurityGroup } from "../../../src/core/rules/vpcSecurityGroup";
import { branchState } from "../../../src/store/branch";
import { CacheStore } from "../../../src/store/cacheStore";
import type { VpcEvent } from "../../../src/store/vpcEntry";
import { VpcStore } from "../../../src/store/vpcStore";

const target = { profile: "dev", region: "us-west-2" };
const throttled: Failure = { kind: "throttled", message: "Too many requests" };

function cluster(id: string, ...groups: readonly string[]): CacheCluster {
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
  };
}

function group(id: string): VpcSecurityGroup {
  return { id, name: `name of ${id}`, description: "", ownerId: "111122223333", vpcId: "vpc-1", tags: {} };
}

function rule(groupId: string, sourceId = "sg-source"): Rule {
  return {
    id: `sgr-${groupId}-${sourceId}`,
    groupId,
    tags: {},
    source: { kind: "securityGroup", groupId: sourceId },
    ...trafficOf("tcp", 6379, 6379),
  };
}

/** An account whose answers the test says, and what the store told. */
class Account {
  clusters = [cluster("one", "sg-a"), cluster("two", "sg-b")];
  groups = async (ids: readonly string[]): Promise<Outcome<readonly VpcSecurityGroup[]>> =>
    succeeded(ids.map(group));
  rules = async (ids: readonly string[]): Promise<Outcome<readonly Rule[]>> =>
    succeeded(ids.map((id) => rule(id)));
  interfaces: InterfaceCounts = { counts: new Map(), complete: true };
  readonly told: VpcEvent[] = [];
  readonly caches = new CacheStore(
    async () => ({
      listCacheClusters: async () => succeeded(this.clusters),
      listReplicationGroups: async () => succeeded([]),
      listServerlessCaches: async () => succeeded([]),
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

  constructor() {
    this.vpc.changed.listen((event) => this.told.push(event));
  }

  async loaded(): Promise<this> {
    await this.vpc.load(target);
    await this.vpc.loadFacts(target);
    this.told.splice(0);
    return this;
  }
}

const never = () => new Promise<never>(() => undefined);
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

describe("the VPC groups of a target's caches", () => {
  it("have their rules shown while their names take their time", async () => {
    const account = new Account();
    account.groups = never;
    void account.vpc.load(target);
    await aMoment();
    assert.equal(account.vpc.rules(target, "sg-a")?.length, 1);
    assert.equal(branchState(account.vpc.get(target)), "loaded");
    // At the beginning, and when the rules were there.
    assert.equal(account.told.length, 2);
  });

  it("have their names shown while their rules take their time, which are not known until then", async () => {
    const account = new Account();
    account.rules = never;
    void account.vpc.load(target);
    await aMoment();
    assert.equal(account.vpc.group(target, "sg-a")?.name, "name of sg-a");
    assert.equal(account.vpc.rules(target, "sg-a"), undefined);
    assert.equal(branchState(account.vpc.get(target)), "loading");
    assert.equal(account.told.length, 2);
  });

  it("are not known to have no rules where those were not read, though others' were before", async () => {
    const account = await new Account().loaded();
    account.clusters = [cluster("one", "sg-a", "sg-new"), cluster("two", "sg-b")];
    account.rules = async () => failed(throttled);
    await account.caches.refresh(target);
    await account.vpc.load(target);
    assert.equal(account.vpc.rules(target, "sg-new"), undefined);
    assert.equal(account.vpc.rules(target, "sg-a")?.length, 1);
    assert.equal(branchState(account.vpc.get(target)), "stale");
    assert.deepEqual(account.vpc.get(target).failures, [throttled]);
  });

  it("are told of by name when a rule comes or goes", async () => {
    const account = await new Account().loaded();
    account.vpc.add(target, [{ ...rule("sg-a"), id: "sgr-2" }]);
    account.vpc.remove(target, "sg-a", "sgr-2");
    await account.vpc.loadFacts(target);
    assert.deepEqual(
      account.told.slice(0, 2).map(({ groupIds }) => groupIds),
      [["sg-a"], ["sg-a"]],
    );
    // Nothing is explained otherwise than before.
    assert.deepEqual(
      new Set(account.told.slice(2).flatMap(({ groupIds }) => groupIds ?? ["all"])),
      new Set(),
    );
  });

  it("are told of by name where their rules are explained anew", async () => {
    const account = await new Account().loaded();
    account.interfaces = { counts: new Map([["sg-other", 2]]), complete: true };
    account.vpc.add(target, [rule("sg-b", "sg-other")]);
    await account.vpc.loadFacts(target);
    assert.deepEqual(
      account.told.map(({ groupIds }) => groupIds),
      [["sg-b"], ["sg-b"]],
    );
  });

  it("may all be meant where less is explained than before", async () => {
    const account = await new Account().loaded();
    account.interfaces = { counts: new Map(), complete: false };
    account.vpc.add(target, [rule("sg-b", "sg-other")]);
    await account.vpc.loadFacts(target);
    assert.deepEqual(account.told.at(-1), { target });
  });
});
