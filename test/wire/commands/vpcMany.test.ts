import assert from "node:assert/strict";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import type { CacheKind } from "../../../src/core/caches/cache";
import type { CommandResult } from "../../../src/core/commandResult";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

describe("several caches and rules at once", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    await world.services.state.vpc.load(target);
    await world.services.state.accounts.load(target);
  });
  afterEach(() => world.close());

  const row = (kind: CacheKind, id: string) => ({ ...target, cacheKind: kind, cacheId: id });
  const rows = [
    row("cluster", "pages"),
    row("serverless", "storefront"),
    row("replicationGroup", "sessions"),
  ];
  const office = (groupId: string) =>
    (world.services.state.vpc.rules(target, groupId) ?? []).filter(
      ({ source }) => source.kind === "cidrIp" && source.cidr === "192.0.2.0/24",
    );
  const ends = (result: CommandResult) =>
    "value" in result && Array.isArray(result.value)
      ? result.value.map(({ outcome }: { outcome: string }) => outcome)
      : [];
  const allOffice = () => {
    const groups = new Set(
      (world.services.state.caches.get(target).value ?? []).flatMap((cache) =>
        (cache.securityGroups ?? []).map(({ id }) => id),
      ),
    );
    return [...groups].flatMap(office);
  };

  it("let one source in to each on its own ports, the source asked once, the plan shown", async () => {
    const ui = new ScriptedUi({ type: "192.0.2.0/24" }, { input: "Office" }, { accept: true });
    const result = await world.run(authorizeVpcIngress, { ...rows[0], items: rows }, ui);
    ui.assertAllAsked();
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.deepEqual(ends(result), ["done", "done", "done"]);
    const ports = allOffice().map(({ fromPort, toPort }) => `${fromPort}-${toPort}`);
    assert.deepEqual(ports.sort(), ["11311-11311", "6379-6379", "6379-6380"]);
    const again = await world.run(authorizeVpcIngress, { items: rows, cidrIp: "192.0.2.0/24" });
    assert.equal(again.outcome, "unchanged");
  });

  it("are refused together where one is wrong, and nothing is sent", async () => {
    const before = world.changes().length;
    const items = [...rows, row("serverless", "public-feed")];
    const result = await world.run(authorizeVpcIngress, { items, cidrIp: "192.0.2.0/24" });
    assert.ok(result.outcome === "failed");
    assert.match(result.failure.message, /^Item 4: public-feed is public/);
    assert.equal(world.changes().length, before);
  });

  it("lose their rules after one question, and get them back by Undo", async () => {
    await world.run(authorizeVpcIngress, { items: rows, cidrIp: "192.0.2.0/24", description: "Office" });
    const items = allOffice().map(({ groupId, id }) => ({
      ...target,
      securityGroupId: groupId,
      securityGroupRuleId: id,
    }));
    assert.equal(items.length, 3);
    const ui = new ScriptedUi({ confirm: true });
    ui.action = "Undo";
    // The same rule, selected below two caches, is one rule.
    const result = await world.run(revokeVpcIngress, { items: [...items, ...items.slice(0, 1)] }, ui);
    assert.equal(ui.asked[0]?.title, "Revoke 3 rules from 3 security groups?");
    assert.deepEqual(ends(result), ["done", "done", "done"]);
    const deadline = Date.now() + 60_000;
    while (allOffice().length < 3 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    ui.action = undefined;
    assert.deepEqual(
      allOffice().map(({ description }) => description),
      ["Office", "Office", "Office"],
    );
  });

  it("tell what became of each where one is gone", async () => {
    await world.run(authorizeVpcIngress, { items: rows, cidrIp: "192.0.2.0/24" });
    const items = allOffice().map(({ groupId, id }) => ({
      ...target,
      securityGroupId: groupId,
      securityGroupRuleId: id ?? "",
    }));
    const [first] = items;
    const aws = await world.services.aws();
    await aws.revokeVpcIngress(target, {
      groupId: first?.securityGroupId ?? "",
      ruleId: first?.securityGroupRuleId ?? "",
    });
    const result = await world.run(revokeVpcIngress, { items, confirmed: true });
    assert.ok(result.outcome === "failed");
    assert.equal(result.failure.kind, "notFound");
    assert.deepEqual(ends(result), ["failed", "done", "done"]);
    assert.deepEqual(allOffice(), []);
  });
});
