import assert from "node:assert/strict";
import { ec2Result, type FakeAws, result, startFakeAws, xml } from "./support/fakeAws";
import { makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const ids = ["a", "b"];
const all = (one: (id: string) => string) => ids.map(one).join("");

/** Every list holds two, whatever it is asked for. */
const lists: Readonly<Record<string, string>> = {
  DescribeSecurityGroupRules: `<securityGroupRuleSet>${all(
    (id) =>
      `<item><securityGroupRuleId>sgr-${id}</securityGroupRuleId><groupId>sg-${id}</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><fromPort>6379</fromPort><toPort>6379</toPort><cidrIpv4>192.0.2.0/24</cidrIpv4></item>`,
  )}</securityGroupRuleSet>`,
  DescribeSecurityGroups: `<securityGroupInfo>${all(
    (id) =>
      `<item><groupId>sg-${id}</groupId><groupName>${id}</groupName><ipPermissions><item><ipProtocol>-1</ipProtocol><ipRanges><item><cidrIp>192.0.2.0/24</cidrIp></item></ipRanges></item></ipPermissions></item>`,
  )}</securityGroupInfo>`,
  DescribeCacheClusters: `<CacheClusters>${all(
    (id) =>
      `<CacheCluster><CacheClusterId>cache-${id}</CacheClusterId><CacheClusterStatus>available</CacheClusterStatus><Engine>redis</Engine></CacheCluster>`,
  )}</CacheClusters>`,
  DescribeReplicationGroups: `<ReplicationGroups>${all(
    (id) =>
      `<ReplicationGroup><ReplicationGroupId>cache-${id}</ReplicationGroupId><Status>available</Status></ReplicationGroup>`,
  )}</ReplicationGroups>`,
  DescribeServerlessCaches: `<ServerlessCaches>${all(
    (id) =>
      `<member><ServerlessCacheName>cache-${id}</ServerlessCacheName><Status>available</Status><Engine>valkey</Engine></member>`,
  )}</ServerlessCaches>`,
};

describe("an endpoint that passes over what it is asked to filter by", () => {
  let fake: FakeAws;
  let world: World;
  before(async () => {
    fake = await startFakeAws(({ action }, response) => {
      const list = lists[action] ?? "";
      xml(response, /SecurityGroup/.test(action) ? ec2Result(action, list) : result(action, list));
    });
    world = await makeWorld(
      `[profile dev]\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = other-secret\n",
    );
  });
  after(async () => {
    await world.close();
    await fake.close();
  });

  it("has no other rule taken for the one, or for one of the group", async () => {
    const { aws } = world;
    const rules = [
      await aws.describeVpcRule(target, "sgr-b"),
      await aws.describeVpcRules(target, ["sg-b"]),
      await aws.describeVpcPermissions(target, ["sg-b"]),
    ].map(valueIn);
    assert.deepEqual(
      rules.map((list) => list.map(({ groupId }) => groupId)),
      [["sg-b"], ["sg-b"], ["sg-b"]],
    );
  });

  it("has no other group taken for the one", async () => {
    const groups = valueIn(await world.aws.describeVpcGroups(target, ["sg-b"]));
    assert.deepEqual(
      groups.map(({ name }) => name),
      ["b"],
    );
  });

  for (const kind of ["cluster", "replicationGroup", "serverless"] as const) {
    it(`has no other cache taken for the one: ${kind}`, async () => {
      const parts = valueIn(await world.aws.describeCache(target, { kind, id: "Cache-B" }));
      const found = [
        ...(parts.clusters ?? []),
        ...(parts.replicationGroups ?? []),
        ...(parts.serverless ?? []).map(({ name }) => ({ id: name })),
      ];
      assert.deepEqual(
        found.map(({ id }) => id),
        ["cache-b"],
      );
    });
  }
});
