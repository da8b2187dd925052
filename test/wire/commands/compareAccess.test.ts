import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { compareAccess } from "../../../src/commands/compareAccess";
import { keepMoment } from "../../../src/commands/keepMoment";
import type { Comparison } from "../../../src/core/compare/compareMoments";
import { parseFault } from "../../../src/sandbox/faults";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const classic = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const analytics = { cacheKind: "cluster", cacheId: "analytics" };

describe("Compare Access", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  async function keep(target: object): Promise<string> {
    const kept = await world.run(keepMoment, { ...target });
    assert.ok(kept.outcome === "done", JSON.stringify(kept));
    return (kept.value as { at: string }).at;
  }

  async function compare(params: object, ...script: Scripted[]) {
    const ui = new ScriptedUi(...script);
    const result = await world.run(compareAccess, { ...params }, ui);
    ui.assertAllAsked();
    assert.ok(result.outcome === "done", JSON.stringify(result));
    return { comparison: result.value as Comparison, ui };
  }

  const open = () => world.run(authorizeVpcIngress, { ...vpc, ...analytics, cidrIp: "192.0.2.0/24" });

  it("tells who is let in since a moment that was kept, by params and by the list", async () => {
    const moment = await keep(vpc);
    const alike = await compare({ ...vpc, moment });
    assert.deepEqual([alike.comparison.added, alike.comparison.removed], [[], []]);
    assert.deepEqual(alike.comparison.notKnown, []);
    assert.ok(alike.comparison.same > 10);

    assert.equal((await open()).outcome, "done");
    const { comparison } = await compare({ ...vpc, moment });
    assert.deepEqual(comparison.added, [{ ...analytics, source: "192.0.2.0/24 on 6379" }]);
    assert.deepEqual(comparison.removed, []);
    const { ui } = await compare(vpc, { pick: /compared with now/ });
    assert.match(
      ui.shown[0]?.text ?? "",
      /Let in since\n\n- cache analytics\n {2}- 192\.0\.2\.0\/24 on 6379/,
    );
    assert.equal(ui.shown[0]?.name, "Access in sandbox-vpc, us-west-2.md");

    const second = await keep(vpc);
    const between = await compare({ ...vpc, moment, until: second });
    assert.deepEqual(between.comparison.added, comparison.added);
    const backwards = await compare({ ...vpc, moment: second, until: moment });
    assert.deepEqual(backwards.comparison.removed, comparison.added);
  });

  it("tells it of grants as well, which an account without them does not need", async () => {
    const moment = await keep(classic);
    assert.equal((await world.run(authorizeIngress, grant)).outcome, "done");
    const { comparison } = await compare({ ...classic, moment });
    assert.deepEqual(comparison.added, [
      { cacheSecurityGroupName: "mygroup", source: "default of account 565419523791" },
    ]);
    assert.deepEqual(comparison.notKnown, []);
  });

  it("tells what one target has and another has not", async () => {
    const { comparison, ui } = await compare({ ...vpc, otherProfile: "sandbox-classic" });
    assert.equal(comparison.after.profile, "sandbox-classic");
    assert.ok(comparison.removed.some((each) => "cacheId" in each && each.cacheId === "analytics"));
    assert.match(
      ui.shown[0]?.text ?? "",
      /# Access in sandbox-vpc and sandbox-classic\n\n\*\*\d+ only in sandbox-classic \(us-west-2\), \d+ only in sandbox-vpc \(us-west-2\)\*\*/,
    );
    await compare(vpc, { pick: "sandbox-partner" });
  });

  it("takes what it may not read for not known, and nothing for gone", async () => {
    const moment = await keep(vpc);
    world.sandbox.setFaults([
      parseFault("sandbox-vpc/DescribeCacheClusters=AccessDenied"),
      parseFault("sandbox-vpc/DescribeSecurityGroupRules=UnauthorizedOperation"),
      parseFault("sandbox-vpc/DescribeSecurityGroups=UnauthorizedOperation"),
    ]);
    const { comparison } = await compare({ ...vpc, moment });
    assert.deepEqual([comparison.added, comparison.removed], [[], []]);
    assert.match(comparison.notKnown.map(({ why }) => why).join(), /DescribeCacheClusters/);
  });

  it("refuses what was not kept, and what is no other", async () => {
    for (const [params, field] of [
      [{ moment: "2020-01-01T00:00:00.000Z" }, "moment"],
      [{ until: "2020-01-01T00:00:00.000Z" }, "moment"],
      [{ moment: 7 }, "moment"],
      [{ otherRegion: "Not A Region" }, "otherRegion"],
      [{ otherProfile: "sandbox-vpc" }, "otherProfile"],
    ] as const) {
      const result = await world.run(compareAccess, { ...vpc, ...params });
      assert.ok(result.outcome === "failed" && result.failure.field === field, JSON.stringify(result));
    }
    const nobody = await world.run(compareAccess, { ...vpc, otherProfile: "nobody" });
    assert.ok(nobody.outcome === "failed" && nobody.failure.kind === "credentials");
    const escaped = await world.run(compareAccess, vpc, new ScriptedUi("escape"));
    assert.equal(escaped.outcome, "cancelled");
  });

  it("keeps twenty moments of a target, for its user alone, without a secret, and gets over a broken file", async () => {
    for (let number = 0; number < 21; number++) {
      await keep(classic);
    }
    const kept = await world.services.moments.of(classic);
    assert.equal(kept.length, 20);
    const folder = path.join(world.folder, "moments");
    const [file = ""] = readdirSync(folder);
    assert.equal(statSync(path.join(folder, file)).mode & 0o077, 0);
    const text = readFileSync(path.join(folder, file), "utf8");
    for (const { accessKeyId, secretAccessKey } of world.sandbox.profiles) {
      assert.ok(!text.includes(accessKeyId) && !text.includes(secretAccessKey));
    }
    writeFileSync(path.join(folder, file), text.slice(0, 100));
    assert.deepEqual(await world.services.moments.of(classic), []);
    await keep(classic);
    assert.equal((await world.services.moments.of(classic)).length, 1);
  });
});
