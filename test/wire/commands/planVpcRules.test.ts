import assert from "node:assert/strict";
import { CreateSecurityGroupCommand, EC2Client } from "@aws-sdk/client-ec2";
import { planVpcRules } from "../../../src/commands/planVpcRules";
import type { PlanResult } from "../../../src/core/changes/rulePlanResult";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const self = "123456781234";
const names = Array.from({ length: 10 }, (_, index) => `app-${index}`);
const next = { cacheKind: "replicationGroup", cacheId: "sessions-next" };

describe("Plan VPC Rules for Grants", () => {
  let world: CommandWorld;
  /** A group of ten grants; seven of the names are in the VPC of `sessions-next` too. */
  beforeEach(async () => {
    world = await CommandWorld.start();
    const { state, aws } = world.services;
    await Promise.all([state.groups.load(target), state.vpc.load(target), state.accounts.load(target)]);
    const api = await aws();
    for (const name of names) {
      const ingress = {
        cacheSecurityGroupName: "mygroup",
        ec2SecurityGroupName: name,
        ec2SecurityGroupOwnerId: self,
      };
      await api.authorizeIngress(target, ingress);
    }
    await state.groups.refresh(target);
    await createGroups(names.slice(0, 7));
  });
  afterEach(() => world.close());

  async function createGroups(groups: readonly string[]): Promise<void> {
    const { endpoint, profiles } = world.sandbox;
    const owner = profiles.find(({ name }) => name === target.profile) ?? assert.fail();
    const client = new EC2Client({ region: target.region, endpoint, credentials: owner });
    for (const name of groups) {
      await client.send(new CreateSecurityGroupCommand({ GroupName: name, Description: "An app" }));
    }
    client.destroy();
  }

  const params = { ...target, cacheSecurityGroupName: "mygroup", caches: [next] };

  it("makes seven of ten, and names the three whose names are not in the cache's VPC", async () => {
    const result = await world.run(planVpcRules, { ...params, confirmed: true });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    const value = "value" in result ? (result.value as PlanResult) : assert.fail();
    assert.equal(value.made.length, 7);
    assert.ok(value.made.every(({ FromPort, ToPort }) => FromPort === 6379 && ToPort === 6379));
    assert.ok(value.made.every(({ Description }) => Description === "As cache security group mygroup"));
    assert.deepEqual(
      value.impossible.map(({ ec2SecurityGroupName }) => ec2SecurityGroupName),
      ["app-7", "app-8", "app-9"],
    );
    for (const { reason } of value.impossible) {
      assert.match(reason, /^There is no security group app-\d in vpc-\w+, the VPC of sessions-next$/);
    }
    // Run again: there is nothing left to make.
    const again = await world.run(planVpcRules, { ...params, confirmed: true });
    assert.equal(again.outcome, "unchanged");
  });

  it("shows the plan with check boxes, and makes what is left checked once it is confirmed", async () => {
    const ui = new ScriptedUi(
      { pickMany: ["sessions-next"] },
      { pickMany: ["app-1 → sessions-next", "app-2 → sessions-next"] },
      { confirm: true },
    );
    const { caches: _, ...row } = params;
    const result = await world.run(planVpcRules, row, ui);
    ui.assertAllAsked();
    assert.equal("value" in result ? (result.value as PlanResult).made.length : 0, 2);
    const [, plan] = ui.asked;
    assert.equal(plan?.labels.filter((label) => label.startsWith("app-")).length, 10);
    assert.ok(plan?.labels.includes("--- impossible"));
    assert.equal(ui.asked.at(-1)?.title, "Make 2 rules?");
  });

  it("makes nothing without the confirmation", async () => {
    const before = world.changes().length;
    const ui = new ScriptedUi({ accept: true }, { confirm: false });
    assert.equal((await world.run(planVpcRules, params, ui)).outcome, "cancelled");
    assert.equal(world.changes().length, before);
  });
});
