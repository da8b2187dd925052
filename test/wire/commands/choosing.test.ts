import assert from "node:assert/strict";
import { chooseProfiles } from "../../../src/commands/chooseProfiles";
import { chooseRegions } from "../../../src/commands/chooseRegions";
import { findRegions } from "../../../src/commands/findRegions";
import { partitionOf } from "../../../src/core/regions";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const commercial = Object.keys(partitionOf("us-west-2").regions);

describe("choosing", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  it("ticks the profiles that are shown, and keeps all of them as none named", async () => {
    const all = world.sandbox.profiles.map(({ name }) => name);
    const some = new ScriptedUi({ pickMany: ["sandbox-vpc"] });
    assert.deepEqual(await world.run(chooseProfiles, {}, some), { outcome: "done", value: ["sandbox-vpc"] });
    assert.deepEqual(world.settings.profiles, ["sandbox-vpc"]);
    const same = await world.run(chooseProfiles, {}, new ScriptedUi({ accept: true }));
    assert.deepEqual(same, { outcome: "done", value: ["sandbox-vpc"] });
    await world.run(chooseProfiles, {}, new ScriptedUi({ pickMany: all }));
    assert.deepEqual(world.settings.profiles, []);
  });

  it("changes nothing when escaped", async () => {
    for (const command of [chooseProfiles, chooseRegions]) {
      const result = await world.run(command, { profile: "sandbox-vpc" }, new ScriptedUi("escape"));
      assert.deepEqual(result, { outcome: "cancelled" });
    }
    assert.deepEqual([world.settings.profiles, world.settings.regions], [[], {}]);
  });

  it("asks for the profile, then offers the regions of its partition", async () => {
    const ui = new ScriptedUi({ pick: "sandbox-partner" }, { pickMany: ["us-west-2", "eu-north-1"] });
    await world.run(chooseRegions, {}, ui);
    ui.assertAllAsked();
    assert.deepEqual([...(ui.asked[1]?.labels ?? [])].sort(), [...commercial].sort());
    assert.deepEqual(world.settings.regions, { "sandbox-partner": ["us-west-2", "eu-north-1"] });
    assert.deepEqual(world.sandbox.requests, []);
  });

  for (const [region, others] of [
    ["cn-north-1", ["cn-northwest-1"]],
    ["us-gov-west-1", ["us-gov-east-1"]],
    ["eusc-de-east-1", []],
  ] as const) {
    it(`offers a profile of ${region} its own partition's regions alone`, async () => {
      world.services.state.profiles.setInMemory("other", [inMemoryProfile("abroad", "files", { region })]);
      const ui = new ScriptedUi("escape");
      await world.run(chooseRegions, { profile: "abroad" }, ui);
      assert.deepEqual([...(ui.asked[0]?.labels ?? [])].sort(), [region, ...others].sort());
    });
  }

  for (const [what, settings] of [
    ["a role of China", { role_arn: "arn:aws-cn:iam::123456789012:role/ReadOnly" }],
    ["a sign-in in China", { sso_region: "cn-north-1" }],
  ] as const) {
    it(`offers ${what} without a region China's regions, and looks for no others`, async () => {
      world.services.state.profiles.setInMemory("other", [inMemoryProfile("abroad", "files", settings)]);
      const ui = new ScriptedUi("escape");
      await world.run(chooseRegions, { profile: "abroad" }, ui);
      assert.deepEqual([...(ui.asked[0]?.labels ?? [])].sort(), ["cn-north-1", "cn-northwest-1"]);
      const looking = new ScriptedUi();
      await world.run(findRegions, { profile: "abroad" }, looking);
      assert.deepEqual(looking.progressed.map(({ message }) => message).sort(), [
        "cn-north-1",
        "cn-northwest-1",
      ]);
    });
  }

  it("finds the regions with something in them, side by side, and ticks those", async () => {
    await world.close();
    world = await CommandWorld.start({ latencyMs: 30 });
    const ui = new ScriptedUi({ accept: true });
    const result = await world.run(findRegions, { profile: "sandbox-classic" }, ui);
    assert.deepEqual(result, { outcome: "done", value: ["us-west-2"] });
    assert.deepEqual(world.settings.regions, { "sandbox-classic": ["us-west-2"] });
    assert.equal(ui.asked[0]?.labels[0], "us-west-2");
    assert.equal(ui.progressed.length, commercial.length);
    assert.equal(ui.progressed.at(-1)?.share, 1);
    const asked = new Set(world.sandbox.requests.map(({ region }) => region));
    assert.deepEqual([...asked].sort(), [...commercial].sort());
  });

  it("finds the caches of an account without Classic", async () => {
    const result = await world.run(findRegions, { profile: "sandbox-vpc" }, new ScriptedUi({ accept: true }));
    assert.deepEqual(result, { outcome: "done", value: ["eu-west-1", "us-west-2"] });
  });

  it("stops looking when cancelled, and changes nothing", async () => {
    const ui = new ScriptedUi();
    const progress = ui.progress.bind(ui);
    ui.progress = (title, work) =>
      progress(title, ({ signal, report }) =>
        work({
          signal,
          report: (message, share) => {
            report(message, share);
            ui.cancel.abort();
          },
        }),
      );
    assert.deepEqual(await world.run(findRegions, { profile: "sandbox-classic" }, ui), {
      outcome: "cancelled",
    });
    assert.deepEqual(world.settings.regions, {});
    assert.ok(ui.progressed.length < commercial.length / 2, String(ui.progressed.length));
  });

  it("says why no region could be asked", async () => {
    world.sandbox.setFaults([{ action: "*", code: "ExpiredToken" }]);
    const ui = new ScriptedUi();
    const result = await world.run(findRegions, { profile: "sandbox-classic" }, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "credentials", JSON.stringify(result));
  });
});
