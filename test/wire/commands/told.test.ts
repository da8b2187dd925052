import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { commandRunner } from "../../../src/commands/commandRunner";
import { commands } from "../../../src/commands/table";
import { viewCommands } from "../../../src/commands/viewCommands";
import type { CommandResult } from "../../../src/core/commandResult";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const classic = { profile: "sandbox-classic", region: "us-west-2" };

/** Wrong, each in its own way: some commands refuse it, the others have no use for the field. */
const wrong: readonly Params[] = [
  { profile: 3 },
  { profile: "nobody" },
  { ...classic, region: "us/west" },
  { ...classic, cacheSecurityGroupName: ["mygroup"] },
  { ...classic, cacheKind: "cluster", cacheId: "nowhere" },
  { ...classic, securityGroupId: "default" },
  { items: "all" },
  { confirmed: "yes" },
  { profiles: "all" },
  { ...classic, regions: "all" },
  { query: 3 },
  { format: "parchment" },
  { failure: "all" },
];

describe("a command that fails", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  /** Says it once, in its own words. */
  async function assertTold(result: CommandResult, ui: ScriptedUi, what: string): Promise<void> {
    assert.ok(result.outcome === "failed", what);
    // The installed CLI is asked for before a failure with a remedy is told.
    await new Promise((resolve) => setImmediate(resolve));
    const texts = ui.messages.map(({ text }) => text);
    assert.equal(texts.length, 1, `${what}: ${JSON.stringify(texts)}`);
    assert.ok(texts[0]?.startsWith(result.failure.message), `${what}: ${texts[0]}`);
  }

  for (const command of commands) {
    it(`says so once, whatever is wrong: ${command.id}`, async () => {
      for (const params of wrong) {
        const ui = new ScriptedUi("escape");
        const result = await world.run(command, params, ui);
        if (result.outcome === "failed") {
          await assertTold(result, ui, JSON.stringify(params));
        }
      }
    });

    it(`says that its row is gone: ${command.id}`, async () => {
      const ui = new ScriptedUi();
      const run = commandRunner(commands, world.servicesFor(ui));
      const row = { id: "grant/gone", contextValue: "grant.authorized" };
      await assertTold(await run(command.id, [row]), ui, command.id);
    });

    it(`does not go on without the row that its menu was opened on: ${command.id}`, async () => {
      if (viewCommands.has(command.id)) {
        return;
      }
      const ui = new ScriptedUi();
      const run = commandRunner(commands, world.servicesFor(ui));
      await assertTold(await run(command.id, [undefined, []]), ui, command.id);
      assert.deepEqual(ui.asked, []);
    });
  }

  for (const [id, params] of [
    ["chooseProfiles", { profiles: ["nobody"] }],
    ["chooseRegions", { profile: "nobody" }],
    ["chooseRegions", { profile: "sandbox-classic", regions: ["us/west"] }],
    ["find", { query: 3 }],
    ["findRegions", { profile: "nobody" }],
    ["refresh", { profile: "nobody" }],
    ["showExpiring", { query: 3 }],
    ["copyExpiryRole", { profile: "nobody" }],
    ["showCaches", { profile: "nobody", region: "us-west-2" }],
    ["showFailure", {}],
  ] as const) {
    it(`does not fail in silence: ${id} ${JSON.stringify(params)}`, async () => {
      const ui = new ScriptedUi();
      const command = commands.find((each) => each.id === id) ?? assert.fail(id);
      await assertTold(await world.run(command, params, ui), ui, id);
    });
  }

  it("says what a refresh met, each time", async () => {
    const refresh = commands.find(({ id }) => id === "refresh") ?? assert.fail("refresh");
    world.sandbox.setFaults([{ action: "DescribeCacheSecurityGroups", code: "AccessDenied" }]);
    for (const time of ["once", "twice"]) {
      const ui = new ScriptedUi();
      await assertTold(await world.run(refresh, classic, ui), ui, time);
      assert.deepEqual(ui.messages[0]?.actions, ["Copy Policy Statement", "Retry"]);
    }
  });

  it("offers to try again, which does", async () => {
    const refresh = commands.find(({ id }) => id === "refresh") ?? assert.fail("refresh");
    world.sandbox.setFaults([{ action: "DescribeCacheSecurityGroups", code: "AccessDenied", times: 1 }]);
    const ui = new ScriptedUi();
    ui.action = "Retry";
    await world.run(refresh, classic, ui);
    const { groups } = world.services.state;
    const deadline = Date.now() + 60_000;
    while (!groups.get(classic).value && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.ok(groups.get(classic).value);
    assert.equal(ui.messages.length, 1);
  });
});
