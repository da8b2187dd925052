import assert from "node:assert/strict";
import { overlapWith } from "../../../src/core/rules/overlap";
import { isStaleReference, type RuleContent } from "../../../src/core/rules/rule";
import { ruleText } from "../../../src/core/rules/ruleText";
import { trafficOf } from "../../../src/core/rules/traffic";
import type { VpcSecurityGroup } from "../../../src/core/rules/vpcSecurityGroup";
import { failureIn, valueIn } from "../aws/support/world";
import { startVpcWorld, type VpcWorld, vpc } from "./vpcWorld";

describe("the rules of VPC security groups", () => {
  let world: VpcWorld;
  let groups: readonly VpcSecurityGroup[];
  before(async () => {
    world = await startVpcWorld();
    const found: VpcSecurityGroup[] = [];
    valueIn(await world.aws.listVpcGroups(vpc, (page) => found.push(...page)));
    groups = found;
  });
  after(() => world.close());

  const named = (name: string) => groups.find((group) => group.name === name) ?? assert.fail(name);
  const office: RuleContent = {
    source: { kind: "cidrIp", cidr: "192.0.2.0/24" },
    ...trafficOf("tcp", 6379, 6379),
  };

  it("are read with their ids, and from the groups without", async () => {
    const ids = [named("shared-cache").id, named("storefront-cache").id];
    const rules = valueIn(await world.aws.describeVpcRules(vpc, ids));
    assert.ok(rules.every(({ id }) => id?.startsWith("sgr-")));
    const without = valueIn(await world.aws.describeVpcPermissions(vpc, ids));
    assert.deepEqual(
      without.map((rule) => ruleText(rule)).sort(),
      rules.map((rule) => ruleText(rule)).sort(),
    );
    assert.ok(without.every(({ id }) => id === undefined));
  });

  it("are not read for the picker", async () => {
    assert.equal(named("shared-cache").tags["aws:cloudformation:stack-name"], "shop-production");
    const [one, ...others] = valueIn(
      await world.aws.describeVpcGroups(vpc, [named("web").id, "sg-00000000000000000"]),
    );
    assert.equal(one?.name, "web");
    assert.deepEqual(others, []);
  });

  it("tell a stale reference, by themselves and by EC2's own list", async () => {
    const shared = named("shared-cache");
    const rules = valueIn(await world.aws.describeVpcRules(vpc, [shared.id]));
    const stale = rules.filter(isStaleReference);
    assert.equal(stale.length, 1);
    const listed = valueIn(await world.aws.describeStaleReferences(vpc, shared.vpcId ?? ""));
    const [first] = stale;
    assert.deepEqual(listed, [
      { groupId: shared.id, sourceId: first?.source.kind === "securityGroup" ? first.source.groupId : "" },
    ]);
  });

  it("name sources that nothing has", async () => {
    const ids = [named("web").id, named("legacy-admin").id];
    const { counts, complete } = valueIn(await world.aws.describeInterfaceCounts(vpc, ids));
    assert.deepEqual([...counts.values()], [3, 0]);
    assert.ok(complete);
  });

  it("are made after a dry run, once, and revoked by id", async () => {
    const { aws } = world;
    const groupId = named("analytics-cache").id;
    const tags = { why: "test" };
    const ingress = { groupId, rules: [{ ...office, description: "Office" }], tags };
    valueIn(await aws.dryRunAuthorizeVpcIngress(vpc, ingress));
    const { equal, broader } = overlapWith(valueIn(await aws.describeVpcRules(vpc, [groupId])), office);
    assert.deepEqual([equal, broader], [undefined, []]);
    const made = valueIn(await aws.authorizeVpcIngress(vpc, ingress));
    const [rule] = made.rules;
    assert.deepEqual({ ...rule, id: "" }, { ...office, id: "", groupId, description: "Office", tags });
    const again = failureIn(await aws.authorizeVpcIngress(vpc, { groupId, rules: [office] }));
    assert.equal(again.kind, "alreadyAuthorized");
    assert.match(again.message, /192\.0\.2\.0\/24 is already authorized in sg-/);
    const ruleId = rule?.id ?? "";
    valueIn(await aws.revokeVpcIngress(vpc, { groupId, ruleId }));
    assert.equal(failureIn(await aws.revokeVpcIngress(vpc, { groupId, ruleId })).kind, "notFound");
  });

  it("are made although the answer was lost", async () => {
    const ingress = { groupId: named("analytics-cache").id, rules: [office] };
    world.sandbox.setFaults([{ action: "AuthorizeSecurityGroupIngress", code: "@lost", times: 1 }]);
    const made = valueIn(await world.aws.authorizeVpcIngress(vpc, ingress));
    assert.equal(made.rules.length, 1);
    world.sandbox.setFaults([{ action: "RevokeSecurityGroupIngress", code: "@lost", times: 1 }]);
    const rule = { groupId: ingress.groupId, ruleId: made.rules[0]?.id ?? "" };
    valueIn(await world.aws.revokeVpcIngress(vpc, rule));
    world.sandbox.setFaults([]);
  });

  it("name what is missing: the permission, the group, the quota", async () => {
    const { aws, sandbox } = world;
    const ingress = { groupId: named("analytics-cache").id, rules: [office] };
    sandbox.setFaults([{ action: "AuthorizeSecurityGroupIngress", code: "UnauthorizedOperation" }]);
    const denied = failureIn(await aws.dryRunAuthorizeVpcIngress(vpc, ingress));
    assert.deepEqual([denied.kind, denied.action], ["accessDenied", "ec2:AuthorizeSecurityGroupIngress"]);
    sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    assert.equal(
      failureIn(await aws.dryRunAuthorizeVpcIngress(vpc, { ...ingress, tags: { a: "b" } })).kind,
      "accessDenied",
    );
    valueIn(await aws.dryRunAuthorizeVpcIngress(vpc, ingress));
    sandbox.setFaults([]);
    const gone = failureIn(
      await aws.authorizeVpcIngress(vpc, { ...ingress, groupId: "sg-00000000000000000" }),
    );
    assert.equal(gone.kind, "notFound");
    const many = Array.from({ length: 61 }, (_, index) => ({
      ...office,
      source: { kind: "cidrIp", cidr: `198.51.100.${index}/32` } as const,
    }));
    assert.equal(failureIn(await aws.authorizeVpcIngress(vpc, { ...ingress, rules: many })).kind, "quota");
  });

  it("take a group of the peered account with its owner's number", async () => {
    const partner = { profile: "sandbox-partner", region: "us-west-2" };
    const theirs: VpcSecurityGroup[] = [];
    valueIn(await world.aws.listVpcGroups(partner, (page) => theirs.push(...page)));
    const batch = theirs.find(({ name }) => name === "batch-jobs") ?? assert.fail("batch-jobs");
    const made = valueIn(
      await world.aws.authorizeVpcIngress(vpc, {
        groupId: named("analytics-cache").id,
        rules: [
          {
            source: { kind: "securityGroup", groupId: batch.id, ownerId: batch.ownerId },
            ...trafficOf("tcp", 6379, 6379),
          },
        ],
      }),
    );
    const [rule] = made.rules;
    assert.deepEqual(rule?.source, {
      kind: "securityGroup",
      groupId: batch.id,
      ownerId: batch.ownerId,
      vpcId: batch.vpcId,
      peeringStatus: "active",
    });
  });
});
