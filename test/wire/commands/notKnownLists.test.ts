import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import type { Command, Params } from "../../../src/commands/command";
import { planVpcRules } from "../../../src/commands/planVpcRules";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import { whoCanConnect } from "../../../src/commands/whoCanConnect";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { result, startFakeAws, xml } from "../aws/support/fakeAws";

const classic = { profile: "sandbox-classic", region: "us-west-2", cacheSecurityGroupName: "mygroup" };
const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

describe("a question whose list could not be read", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  /** What stands in the last question, which is then given up. */
  const lastList = async (command: Command, params: Params): Promise<string> => {
    const ui = new ScriptedUi("escape");
    assert.equal((await world.run(command, params, ui)).outcome, "cancelled");
    return ui.asked.at(-1)?.labels.join("\n") ?? "";
  };
  const deny = (...actions: readonly string[]) =>
    world.sandbox.setFaults(actions.map((action) => ({ action, code: "AccessDenied" })));

  it("does not say that a cache security group lets nobody in", async () => {
    assert.match(await lastList(revokeIngress, classic), /^mygroup lets nobody in$/);
    deny("DescribeCacheSecurityGroups");
    await world.services.state.groups.refresh(classic);
    const list = await lastList(revokeIngress, classic);
    assert.match(list, /may not do elasticache:DescribeCacheSecurityGroups/);
    assert.doesNotMatch(list, /nobody/);
  });

  it("says of a group that is named with one whom it does not let in just that", async () => {
    const grant = { ...classic, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
    assert.equal((await world.run(authorizeIngress, grant)).outcome, "done");
    const other = { ...classic, ec2SecurityGroupOwnerId: "111111111111" };
    assert.match(await lastList(revokeIngress, other), /^mygroup does not let in 111111111111$/);
    const unknown = { ...classic, cacheSecurityGroupName: "never" };
    assert.match(await lastList(revokeIngress, unknown), /^There is no cache security group never here$/);
  });

  it("does not say that no cache has a VPC security group", async () => {
    deny("DescribeCacheClusters", "DescribeReplicationGroups", "DescribeServerlessCaches");
    const list = await lastList(revokeVpcIngress, vpc);
    assert.match(list, /may not do elasticache:Describe/);
    assert.doesNotMatch(list, /No cache/);
    const plan = await lastList(planVpcRules, classic);
    assert.doesNotMatch(plan, /No cache/);
  });
});

describe("a cache that is being created", () => {
  it("is not said to let nobody connect: its port is not known yet", async () => {
    const cluster =
      "<CacheClusters><CacheCluster><CacheClusterId>new</CacheClusterId><CacheClusterStatus>creating</CacheClusterStatus><Engine>redis</Engine><SecurityGroups><member><SecurityGroupId>sg-0aaaaaaaaaaaaaaaa</SecurityGroupId><Status>active</Status></member></SecurityGroups></CacheCluster></CacheClusters>";
    const fake = await startFakeAws(({ action }, response) =>
      xml(response, result(action, action === "DescribeCacheClusters" ? cluster : "")),
    );
    const world = await CommandWorld.start({}, async () => fake.url);
    try {
      const ui = new ScriptedUi();
      const told = await world.run(whoCanConnect, { ...vpc, cacheKind: "cluster", cacheId: "new" }, ui);
      assert.ok(told.outcome === "done" && Array.isArray(told.value), JSON.stringify(told));
      assert.deepEqual(
        told.value.map(({ verdict }) => verdict),
        ["unknown"],
      );
      assert.match(ui.shown[0]?.text ?? "", /NOT KNOWN.*port of new is not known yet \(creating\)/);
      assert.doesNotMatch(ui.shown[0]?.text ?? "", /nobody/);
    } finally {
      await world.close();
      await fake.close();
    }
  });
});
