import assert from "node:assert/strict";
import { attachSecurityGroup, detachSecurityGroup } from "../../../src/commands/attachSecurityGroup";
import { copyClientCommand, copyEndpoint } from "../../../src/commands/copyEndpoint";
import type { CacheKind } from "../../../src/core/caches/cache";
import { groupIdsOf } from "../../../src/core/caches/membershipChange";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

describe("the VPC security groups of a cache", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    await world.services.state.vpc.load(target);
  });
  afterEach(() => world.close());

  const cacheOf = (kind: CacheKind, id: string) =>
    world.services.state.caches.find(target, { kind, id }) ?? assert.fail(id);
  const params = (kind: CacheKind, id: string) => ({ ...target, cacheKind: kind, cacheId: id });
  const groupOf = (kind: CacheKind, id: string) => groupIdsOf(cacheOf(kind, id))[0] ?? "";

  for (const [kind, id] of [
    ["cluster", "pages"],
    ["replicationGroup", "sessions"],
    ["serverless", "storefront"],
  ] as const) {
    it(`are attached to a ${kind} and detached, the list shown before and after`, async () => {
      const before = groupIdsOf(cacheOf(kind, id));
      const other = groupOf("cluster", "analytics");
      const ui = new ScriptedUi({ pick: "analytics-cache" }, { confirm: true });
      const attached = await world.run(attachSecurityGroup, params(kind, id), ui);
      ui.assertAllAsked();
      assert.deepEqual(attached, { outcome: "done", value: [...before, other] });
      const [, question] = ui.asked;
      assert.equal(question?.title, `Attach analytics-cache (${other}) to ${id}?`);
      assert.deepEqual(groupIdsOf(cacheOf(kind, id)), [...before, other]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const detach = { ...params(kind, id), securityGroupId: other, confirmed: true };
      assert.deepEqual(await world.run(detachSecurityGroup, detach), { outcome: "done", value: before });
    });
  }

  it("are attached after what comes of it was named: a cache that will be open to everybody", async () => {
    const question = async (securityGroupId: string) => {
      const ui = new ScriptedUi({ confirm: false });
      await world.run(
        attachSecurityGroup,
        { ...params("replicationGroup", "sessions"), securityGroupId },
        ui,
      );
      return ui.asked[0]?.details.join("\n") ?? "";
    };
    const open = groupOf("cluster", "open-test");
    assert.match(
      await question(open),
      /open-cache lets in 0\.0\.0\.0\/0 on tcp 6379.*\.\nsessions will be open to whatever can route to the VPC/,
    );
    assert.match(await question(groupOf("cluster", "analytics")), /Whatever the rules of the group let in/);
    world.sandbox.setFaults([
      { action: "DescribeSecurityGroupRules", code: "UnauthorizedOperation" },
      { action: "DescribeSecurityGroups", code: "UnauthorizedOperation" },
    ]);
    assert.match(await question(open), /What open-cache lets in is not known, and it may be everybody/);
  });

  it("are asked about anew, where the list has changed since it was shown", async () => {
    const sessions = params("replicationGroup", "sessions");
    const wanted = groupOf("cluster", "analytics");
    const meanwhile = groupOf("serverless", "storefront");
    let asked = 0;
    class Interrupted extends ScriptedUi {
      override async confirm(): Promise<boolean> {
        asked += 1;
        if (asked === 1) {
          const groupIds = [...groupIdsOf(cacheOf("replicationGroup", "sessions")), meanwhile];
          const cache = { kind: "replicationGroup", id: "sessions" } as const;
          await (await world.services.aws()).replaceCacheGroups(target, { cache, groupIds });
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return true;
      }
    }
    const result = await world.run(
      attachSecurityGroup,
      { ...sessions, securityGroupId: wanted },
      new Interrupted(),
    );
    assert.equal(asked, 2);
    assert.ok(result.outcome === "done" && Array.isArray(result.value));
    assert.ok(result.value.includes(meanwhile) && result.value.includes(wanted));
  });

  it("are never detached to the last, and never attached where no security group decides", async () => {
    const before = world.changes().length;
    const last = { ...params("cluster", "pages"), securityGroupId: groupOf("cluster", "pages") };
    const detached = await world.run(detachSecurityGroup, { ...last, confirmed: true });
    assert.ok(detached.outcome === "failed");
    assert.equal(detached.failure.kind, "invalidParameter");
    const open = { ...params("serverless", "public-feed"), securityGroupId: last.securityGroupId };
    const attached = await world.run(attachSecurityGroup, { ...open, confirmed: true });
    assert.ok(attached.outcome === "failed");
    assert.equal(world.changes().length, before);
  });

  it("are unchanged where the cache has the group already", async () => {
    const same = { ...params("cluster", "pages"), securityGroupId: groupOf("cluster", "pages") };
    assert.equal((await world.run(attachSecurityGroup, { ...same, confirmed: true })).outcome, "unchanged");
  });

  it("go with the endpoint and the line that connects", async () => {
    const ui = new ScriptedUi();
    await world.run(copyEndpoint, params("cluster", "pages"), ui);
    await world.run(copyClientCommand, params("replicationGroup", "sessions"), ui);
    await world.run(copyClientCommand, params("serverless", "fragments"), ui);
    await world.run(copyClientCommand, params("replicationGroup", "catalog"), ui);
    assert.match(ui.copied[0] ?? "", /^pages\.\w+\.cfg\.usw2\.cache\.amazonaws\.com:11311$/);
    assert.match(
      ui.copied[1] ?? "",
      /^valkey-cli -h master\.sessions\.\S+ -p 6379 --tls --user USER_NAME --askpass$/,
    );
    assert.match(ui.copied[2] ?? "", /^openssl s_client -quiet -connect fragments-\S+:11211$/);
    assert.match(ui.copied[3] ?? "", /^valkey-cli -h clustercfg\.catalog\.\S+ -p 6379 --tls -c --askpass$/);
  });
});
