import assert from "node:assert/strict";
import * as vscode from "vscode";
import { call, rowAt, until } from "./rows";
import { useSandbox } from "./useSandbox";

const settings = () => vscode.workspace.getConfiguration("elasticacheAccess");

describe("choosing by params", () => {
  const sandbox = useSandbox();

  afterEach("choose nothing", async () => {
    for (const name of ["profiles", "regions"]) {
      await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("shows the profiles that are chosen and no others, kept in the settings", async () => {
    assert.deepEqual(await call("chooseProfiles", { profiles: ["sandbox-vpc", "sandbox-classic"] }), {
      outcome: "done",
      value: ["sandbox-vpc", "sandbox-classic"],
    });
    const rows = await until((all) => all.length === 2, "the two profiles");
    assert.deepEqual(
      rows.map(({ label }) => label),
      ["sandbox-classic", "sandbox-vpc"],
    );
    assert.deepEqual(settings().inspect("profiles")?.globalValue, ["sandbox-vpc", "sandbox-classic"]);
    assert.equal((await call("chooseProfiles", { profiles: [] })).outcome, "done");
    await until((all) => all.length === sandbox().profiles.length, "all profiles");
  });

  it("shows the regions that are chosen, and asks nothing of AWS", async () => {
    const before = sandbox().requests.length;
    const regions = ["eu-central-1", "us-west-2"];
    const chosen = await call("chooseRegions", { profile: "sandbox-partner", regions });
    assert.deepEqual(chosen, { outcome: "done", value: regions });
    const rows = await until(
      (all) => rowAt(all, "sandbox-partner", "eu-central-1") !== undefined,
      "the region",
    );
    assert.deepEqual(
      rowAt(rows, "sandbox-partner")?.children?.map(({ label }) => label),
      regions,
    );
    assert.deepEqual(
      rowAt(rows, "sandbox-classic")?.children?.map(({ label }) => label),
      ["us-west-2"],
    );
    assert.equal(sandbox().requests.length, before);
  });

  it("refuses what is not there, and changes nothing", async () => {
    for (const [command, params, kind] of [
      ["chooseProfiles", { profiles: ["nobody"] }, "credentials"],
      ["chooseProfiles", { profiles: "sandbox-vpc" }, "invalidParameter"],
      ["chooseRegions", { profile: "nobody", regions: ["us-west-2"] }, "credentials"],
      ["chooseRegions", { profile: "sandbox-vpc", regions: ["us-west-2.example.com"] }, "invalidParameter"],
      ["chooseRegions", { profile: "sandbox-vpc", regions: "us-west-2" }, "invalidParameter"],
    ] as const) {
      const result = await call(command, params);
      assert.ok(result.outcome === "failed" && result.failure.kind === kind, JSON.stringify(result));
    }
    assert.equal(settings().inspect("profiles")?.globalValue, undefined);
    assert.equal(settings().inspect("regions")?.globalValue, undefined);
  });

  it("follows the settings when somebody edits them", async () => {
    await settings().update("profiles", ["sandbox-vpc"], vscode.ConfigurationTarget.Global);
    await until((all) => all.length === 1 && all[0]?.label === "sandbox-vpc", "the one profile");
  });
});
