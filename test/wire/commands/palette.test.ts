import assert from "node:assert/strict";
import { attachSecurityGroup, detachSecurityGroup } from "../../../src/commands/attachSecurityGroup";
import type { Command, Params } from "../../../src/commands/command";
import { copyArn } from "../../../src/commands/copyArn";
import { copyAs } from "../../../src/commands/copyAs";
import { copyAsCli } from "../../../src/commands/copyAsCli";
import { copyClientCommand, copyEndpoint } from "../../../src/commands/copyEndpoint";
import { copyName } from "../../../src/commands/copyName";
import { showCaches } from "../../../src/commands/showCaches";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

describe("from the palette", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  async function run(command: Command, params: Params, ...script: readonly Scripted[]) {
    const ui = new ScriptedUi(...script);
    const result = await world.run(command, params, ui);
    ui.assertAllAsked();
    return { ui, result };
  }

  for (const [command, script, copied] of [
    [copyEndpoint, [{ pick: "sandbox-vpc" }, { pick: "pages" }], /^pages\.\S+:11311$/],
    [copyClientCommand, [{ pick: "sandbox-vpc" }, { pick: "sessions" }], /^valkey-cli .*sessions/],
    [copyArn, [{ pick: "sandbox-classic" }, { pick: "mygroup" }], /securitygroup:mygroup$/],
    [copyArn, [{ pick: "sandbox-vpc" }, { pick: "pages" }], /^arn:aws:elasticache:.*cluster:pages$/],
    [copyArn, [{ pick: "sandbox-vpc" }, { pick: "page-cache" }], /:security-group\/sg-\w+$/],
    [copyName, [{ pick: "sandbox-classic" }, { pick: /^checkout .* sessions$/ }], /^checkout$/],
    [copyName, [{ pick: "sandbox-vpc" }, { pick: "page-cache" }], /^sg-\w+$/],
    [
      copyAsCli,
      [{ pick: "sandbox-classic" }, { pick: /^checkout .* sessions$/ }],
      /authorize-cache-security-group-ingress.*"checkout"/,
    ],
    [copyAsCli, [{ pick: "sandbox-classic" }, { pick: "All cache security groups" }], /describe-cache-sec/],
    [copyAsCli, [{ pick: "sandbox-vpc" }, { pick: /^10\.30.*analytics-cache$/ }], /"10\.30\.0\.0\/16"/],
    [
      copyAs,
      [{ pick: "sandbox-vpc" }, { pick: "page-cache" }, { pick: "SDK input" }],
      /"Filters": \[\s*\{\s*"Name": "group-id"/,
    ],
  ] as const) {
    it(`asks for what it is to be: ${command.id}, ${copied}`, async () => {
      const { ui, result } = await run(command, {}, ...script);
      assert.equal(result.outcome, "done", JSON.stringify(result));
      assert.match(ui.copied.join("\n"), copied);
      assert.deepEqual(
        ui.asked.slice(0, 2).map(({ step }) => step),
        ["1/2", "2/2"],
      );
    });
  }

  it("asks for what is missing, and no more", async () => {
    const cluster = { cacheKind: "cluster", cacheId: "pages" };
    for (const [command, params, script] of [
      [copyEndpoint, { ...vpc, ...cluster }, []],
      [copyEndpoint, vpc, [{ pick: "pages" }]],
      [copyEndpoint, cluster, [{ pick: "sandbox-vpc" }]],
      [copyEndpoint, { ...vpc, cacheId: "pages" }, [{ pick: "pages" }]],
      [copyArn, { ...vpc, ...cluster }, []],
      [copyArn, cluster, [{ pick: "sandbox-vpc" }]],
      [copyArn, vpc, [{ pick: "pages" }]],
      [copyAsCli, { ...vpc, ...cluster }, []],
      [copyAsCli, cluster, [{ pick: "sandbox-vpc" }]],
      [copyAsCli, vpc, []],
      [copyName, cluster, []],
      [copyName, vpc, []],
    ] as const) {
      const { result } = await run(command, params, ...script);
      assert.equal(result.outcome, "done", `${command.id} ${JSON.stringify(params)}`);
    }
  });

  it("copies nothing where somebody gives up", async () => {
    for (const command of [copyArn, copyName, copyAsCli, copyAs, copyEndpoint, copyClientCommand]) {
      const { ui, result } = await run(command, {}, { pick: "sandbox-vpc" }, "escape");
      assert.deepEqual([result.outcome, ui.copied], ["cancelled", []]);
    }
  });

  it("goes back to the region", async () => {
    const script = [{ pick: "sandbox-classic" }, "back", { pick: "sandbox-vpc" }, { pick: "pages" }] as const;
    const { ui } = await run(copyEndpoint, {}, ...script);
    assert.match(ui.copied[0] ?? "", /^pages\./);
  });

  it("says what could not be read, and offers the rest", async () => {
    world.sandbox.setFaults([{ action: "DescribeCacheClusters", code: "AccessDenied" }]);
    const { ui } = await run(copyEndpoint, {}, { pick: "sandbox-vpc" }, "escape");
    assert.match(ui.asked[1]?.labels[0] ?? "", /elasticache:DescribeCacheClusters/);
    assert.ok(ui.asked[1]?.labels.includes("sessions"));
    assert.ok(!ui.asked[1]?.labels.includes("pages"));
    const refused = await run(copyAsCli, {}, { pick: "sandbox-vpc" }, "escape");
    assert.ok(refused.ui.asked[1]?.labels.some((label) => /cache security groups/i.test(label)));
  });

  it("attaches a group to a cache of those that security groups decide about, and detaches it", async () => {
    const start = [{ pick: "sandbox-vpc" }, { pick: "pages" }] as const;
    const attached = await run(
      attachSecurityGroup,
      {},
      ...start,
      { pick: "analytics-cache" },
      { confirm: true },
    );
    assert.equal(attached.result.outcome, "done");
    assert.deepEqual(
      attached.ui.asked.slice(0, 3).map(({ title, step }) => [title, step]),
      [
        ["Attach VPC Security Group", "1/3"],
        ["Attach VPC Security Group", "2/3"],
        ["Attach VPC Security Group: pages", "3/3"],
      ],
    );
    assert.ok(!attached.ui.asked[1]?.labels.includes("public-feed"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const detached = await run(
      detachSecurityGroup,
      {},
      ...start,
      { pick: "analytics-cache" },
      { confirm: true },
    );
    assert.equal(detached.result.outcome, "done");
  });

  it("asks a protected profile for its name even with confirmed, as long as something is asked", async () => {
    world.settings = { ...world.settings, protectedProfiles: ["sandbox-vpc"] };
    const script = [{ pick: "sandbox-vpc" }, { pick: "pages" }, { pick: "page-cache" }] as const;
    const { ui } = await run(detachSecurityGroup, { confirmed: true }, ...script, "escape");
    assert.equal(ui.asked.at(-1)?.title, "sandbox-vpc is protected");
    assert.deepEqual(world.changes(), []);
  });

  it("shows the caches of the region that is chosen", async () => {
    assert.equal((await run(showCaches, {}, { pick: "sandbox-vpc" })).result.outcome, "done");
    assert.equal((await run(showCaches, vpc)).result.outcome, "done");
  });
});
