import assert from "node:assert/strict";
import type { Cache } from "../../../../src/core/caches/cache";
import type { Rule } from "../../../../src/core/rules/rule";
import { type MigrationFacts, planMigration } from "../../../../src/core/rules/rulePlan";
import { trafficOf } from "../../../../src/core/rules/traffic";
import type { VpcSecurityGroup } from "../../../../src/core/rules/vpcSecurityGroup";

const own = "111122223333";
const partner = "565419523791";

function group(id: string, name: string, vpcId: string, ownerId = own): VpcSecurityGroup {
  return { id, name, description: "", ownerId, vpcId, tags: {} };
}

function cache(id: string, ...groups: readonly string[]): Cache {
  return {
    kind: "replicationGroup",
    id,
    engine: "valkey",
    engineVersion: "8.0",
    status: "available",
    endpoints: [],
    ports: [6379],
    securityGroups: groups.map((each) => ({ id: each, status: "active" })),
    networkType: "ipv4",
    encryptionInTransit: "none",
    authentication: { kind: "none" },
    isPublic: false,
    clusterMode: "no",
    members: [],
    cacheSecurityGroups: [],
  };
}

const grant = (name: string, owner = own) => ({
  ec2SecurityGroupName: name,
  ec2SecurityGroupOwnerId: owner,
});

const caches = group("sg-cache", "cache", "vpc-a");

function facts(groups: readonly VpcSecurityGroup[], rules: readonly Rule[] = []): MigrationFacts {
  return {
    groupsOf: (owner) =>
      owner === "999999999999" ? undefined : groups.filter((each) => each.ownerId === owner),
    groupOf: (id) => [...groups, caches].find((each) => each.id === id),
    rulesOf: () => rules,
    sharedBy: (id) => (id === "sg-shared" ? 5 : 1),
    description: "From cache security group sessions",
  };
}

describe("the plan from one generation to the other", () => {
  it("plans seven of ten grants, and names three whose names are not in the cache's VPC", () => {
    const names = Array.from({ length: 10 }, (_, index) => `app-${index}`);
    const groups = [
      ...names.slice(0, 7).map((name) => group(`sg-${name}`, name, "vpc-a")),
      // The name is there, in another VPC: it proves nothing.
      group("sg-elsewhere", "app-7", "vpc-b"),
    ];
    const plan = planMigration(
      names.map((name) => grant(name)),
      [cache("sessions", "sg-cache")],
      facts(groups),
    );
    assert.equal(plan.rules.length, 7);
    assert.ok(plan.rules.every(({ sameVpc, source }) => sameVpc && source.vpcId === "vpc-a"));
    assert.deepEqual(plan.rules[0]?.rule, {
      source: { kind: "securityGroup", groupId: "sg-app-0", ownerId: own },
      protocol: "tcp",
      fromPort: 6379,
      toPort: 6379,
      description: "From cache security group sessions",
    });
    assert.deepEqual(
      plan.impossible.map(({ grant: { ec2SecurityGroupName }, reason }) => [ec2SecurityGroupName, reason]),
      [
        ["app-7", "There is no security group app-7 in vpc-a, the VPC of sessions: only in vpc-b"],
        ["app-8", "There is no security group app-8 in vpc-a, the VPC of sessions"],
        ["app-9", "There is no security group app-9 in vpc-a, the VPC of sessions"],
      ],
    );
  });

  it("takes another account's group where it is the only one of its name, and says that it is in another VPC", () => {
    const groups = [group("sg-theirs", "batch", "vpc-p", partner)];
    const plan = planMigration(
      [grant("batch", partner), grant("batch", "999999999999")],
      [cache("sessions", "sg-cache")],
      facts(groups),
    );
    assert.deepEqual(
      plan.rules.map(({ source, sameVpc }) => [source.id, sameVpc]),
      [["sg-theirs", false]],
    );
    assert.match(plan.impossible[0]?.reason ?? "", /No profile here is of account 999999999999/);
  });

  it("puts the rules into the group that opens the fewest caches, and sees what is there already", () => {
    const web = group("sg-web", "web", "vpc-a");
    const there: Rule = {
      id: "sgr-1",
      groupId: "sg-cache",
      tags: {},
      source: { kind: "securityGroup", groupId: "sg-web" },
      ...trafficOf("-1"),
    };
    const plan = planMigration(
      [grant("web"), grant("web")],
      [cache("sessions", "sg-shared", "sg-cache")],
      facts([web, group("sg-shared", "shared", "vpc-a")], [there]),
    );
    assert.deepEqual(
      plan.rules.map(({ groupId, there: already }) => [groupId, already]),
      [["sg-cache", "broader"]],
    );
  });

  it("says why a cache takes no rule", () => {
    const plan = planMigration(
      [grant("web")],
      [{ ...cache("open"), isPublic: true }, cache("classic")],
      facts([]),
    );
    assert.deepEqual(
      plan.impossible.map(({ reason }) => reason),
      [
        "open is public: no security group decides about it",
        "classic has no VPC security group: it is in no VPC",
      ],
    );
  });
});
