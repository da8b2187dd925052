import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copyDetails } from "../../../src/commands/copyDetails";
import { hideProfile, hideRegion } from "../../../src/commands/hide";
import { openConfigFile, openCredentialsFile } from "../../../src/commands/openAwsFile";
import { showFailure } from "../../../src/commands/showFailure";
import { signIn } from "../../../src/commands/signIn";
import { shownProfiles, shownRegions } from "../../../src/store/state";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

describe("what mends a failure from its row", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const write = (name: string, text: string): string => {
    const file = path.join(world.services.place.home, ".aws", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  it("opens the credentials file at the profile's section", async () => {
    const file = write(
      "credentials",
      "[other]\naws_access_key_id = A\n\n[sandbox-vpc]\naws_access_key_id = B\n",
    );
    const ui = new ScriptedUi();
    assert.equal((await world.run(openCredentialsFile, target, ui)).outcome, "done");
    assert.deepEqual(ui.opened, [{ path: file, line: 4 }]);
  });

  it("opens the config file at the profile's section, or at the line that is wrong", async () => {
    const file = write("config", '[default]\n[profile "sandbox-vpc"]\nregion = us-west-2\nnonsense\n');
    const ui = new ScriptedUi();
    await world.run(openConfigFile, target, ui);
    await world.run(openConfigFile, { path: file, line: 4 }, ui);
    // Nothing else than the two files, whatever is named.
    await world.run(openConfigFile, { path: "/etc/passwd" }, ui);
    assert.deepEqual(ui.opened, [
      { path: file, line: 2 },
      { path: file, line: 4 },
      { path: file, line: undefined },
    ]);
    const missing = await world.run(openCredentialsFile, target, ui);
    assert.ok(missing.outcome === "failed" && /does not exist/.test(missing.failure.message));
  });

  it("opens it from the failure's message too", async () => {
    const file = write("config", "[default]\nregion = us-west-2\nnonsense\n");
    const ui = new ScriptedUi();
    ui.action = "Open Config File at Line 3";
    const failure = { kind: "credentials", message: "config: Line 3 is wrong" };
    await world.run(showFailure, { failure, awsFile: "configFile", path: file, line: 3 }, ui);
    await until(() => ui.opened.length > 0, "the file is opened");
    assert.deepEqual(ui.opened, [{ path: file, line: 3 }]);
    assert.deepEqual(ui.messages[0]?.actions, ["Open Config File at Line 3", "Retry"]);
  });

  it("copies all that is known of a failure, and no secret", async () => {
    const ui = new ScriptedUi();
    const failure = {
      kind: "accessDenied",
      message: "May not.",
      action: "ec2:DescribeVpcs",
      requestId: "r-1",
    };
    assert.equal((await world.run(copyDetails, { ...target, failure }, ui)).outcome, "done");
    assert.equal(
      ui.copied[0],
      "May not.\nKind: accessDenied\nProfile: sandbox-vpc\nRegion: us-west-2\nMissing permission: ec2:DescribeVpcs\nRequest ID: r-1",
    );
    assert.equal((await world.run(copyDetails, {}, ui)).outcome, "unchanged");
    assert.match(ui.messages.at(-1)?.text ?? "", /^Select a failure/);
    assert.equal((await world.run(copyDetails, { failure: "no" }, ui)).outcome, "failed");
  });

  it("does not sign in where there is no sign-in, and says where the credentials come from", async () => {
    const ui = new ScriptedUi();
    const result = await world.run(signIn, { profile: "sandbox-vpc" }, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "credentials");
    assert.deepEqual(ui.terminal, []);
    const unknown = await world.run(signIn, { profile: "nobody" }, ui);
    assert.ok(unknown.outcome === "failed" && unknown.failure.kind === "credentials");
  });

  it("hides a profile or a region, and never the last one: none named is all", async () => {
    const { state } = world.services;
    await state.profiles.config();
    assert.equal((await world.run(hideProfile, { profile: "sandbox-partner" })).outcome, "done");
    assert.deepEqual(shownProfiles(state), ["sandbox-classic", "sandbox-vpc"]);
    assert.equal((await world.run(hideProfile, { profile: "sandbox-partner" })).outcome, "unchanged");
    await world.run(hideProfile, { profile: "sandbox-classic" });
    const last = await world.run(hideProfile, { profile: "sandbox-vpc" });
    assert.ok(last.outcome === "failed" && last.failure.kind === "invalidParameter");
    assert.deepEqual(shownProfiles(state), ["sandbox-vpc"]);

    world.settings = { ...world.settings, regions: { "sandbox-vpc": ["us-west-2", "eu-west-1"] } };
    assert.equal((await world.run(hideRegion, { ...target, region: "eu-west-1" })).outcome, "done");
    assert.deepEqual(shownRegions(state, "sandbox-vpc"), ["us-west-2"]);
    const only = await world.run(hideRegion, target);
    assert.ok(only.outcome === "failed" && only.failure.field === "region");
  });

  it("shows favourites first, in their order", async () => {
    const { state } = world.services;
    await state.profiles.config();
    const regions = { "sandbox-vpc": ["ap-south-1", "eu-west-1", "us-west-2"] };
    const favourites = ["sandbox-vpc", "us-west-2", "eu-west-1", "gone"];
    world.settings = { ...world.settings, favourites, regions };
    assert.deepEqual(shownProfiles(state), ["sandbox-vpc", "sandbox-classic", "sandbox-partner"]);
    assert.deepEqual(shownRegions(state, "sandbox-vpc"), ["us-west-2", "eu-west-1", "ap-south-1"]);
  });
});
