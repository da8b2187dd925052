import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { createCacheSecurityGroup } from "../../../src/commands/createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import { exportHistory } from "../../../src/commands/history/exportHistory";
import { showHistory } from "../../../src/commands/history/showHistory";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const group = { profile: "sandbox-classic", region: "us-west-2", cacheSecurityGroupName: "made" };
const grant = { ...group, ec2SecurityGroupName: "=a,b", ec2SecurityGroupOwnerId: "565419523791" };
const other = {
  ...grant,
  cacheSecurityGroupName: "sessions",
  ec2SecurityGroupName: "web-servers",
  ec2SecurityGroupOwnerId: "123456781234",
};

describe("the history of changes", () => {
  let world: CommandWorld;
  let folder = "";
  beforeEach(async () => {
    world = await CommandWorld.start({ settleMs: 60_000 });
    folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says that there is none yet", async () => {
    const ui = new ScriptedUi();
    assert.equal((await world.run(showHistory, {}, ui)).outcome, "done");
    assert.match(ui.shown[0]?.text ?? "", /^No change has been sent/);
    assert.deepEqual(await world.run(exportHistory, { format: "jsonl" }), { outcome: "done", value: "" });
  });

  async function sendFive() {
    // Nobody has opened a region: whose keys they are is asked beside the first change.
    await world.run(createCacheSecurityGroup, { ...group, description: "why" });
    await world.run(authorizeIngress, grant);
    await world.run(authorizeIngress, grant);
    await world.run(authorizeIngress, { ...grant, ec2SecurityGroupOwnerId: "1" });
    await world.run(deleteCacheSecurityGroup, { ...group, confirmed: true });
    // A look has told that there is nothing to revoke: nothing is sent.
    await world.run(revokeIngress, { ...grant, cacheSecurityGroupName: "gone", confirmed: true });
    await world.run(revokeIngress, { ...other, confirmed: true });
  }

  it("has each change that was sent, with how it ended", async () => {
    await sendFive();
    const entries = await world.history();
    assert.deepEqual(
      entries.map(({ action, outcome, failure }) => [action, outcome, failure?.kind, failure?.code]),
      [
        ["CreateCacheSecurityGroup", "done", undefined, undefined],
        ["AuthorizeCacheSecurityGroupIngress", "done", undefined, undefined],
        ["AuthorizeCacheSecurityGroupIngress", "unchanged", undefined, undefined],
        ["DeleteCacheSecurityGroup", "failed", "invalidState", "InvalidCacheSecurityGroupState"],
        ["RevokeCacheSecurityGroupIngress", "done", undefined, undefined],
      ],
    );
    const ids = world.sandbox.requests
      .filter(({ action }) => !/^(?:Describe|Get)/.test(action))
      .map(({ requestId }) => requestId);
    assert.deepEqual(
      entries.map(({ requestId }) => requestId),
      ids,
    );
    assert.deepEqual(
      [...new Set(entries.map(({ caller }) => caller?.split(":").slice(0, 5).join(":")))],
      ["arn:aws:iam::123456781234"],
    );
    const text = JSON.stringify(entries);
    for (const { accessKeyId, secretAccessKey } of world.sandbox.profiles) {
      assert.ok(!text.includes(accessKeyId) && !text.includes(secretAccessKey));
    }
  });

  it("is shown with the newest first", async () => {
    await sendFive();
    const ui = new ScriptedUi();
    await world.run(showHistory, {}, ui);
    const lines = ui.shown[0]?.text.split("\n") ?? [];
    assert.match(lines[0] ?? "", /^5 changes/);
    assert.match(lines[3] ?? "", /done +Revoke/);
    assert.match(lines[7] ?? "", /done +CreateCacheSecurityGroup +made · why +sandbox-classic +us-west-2/);
  });

  it("is exported to the file that is named, asking nothing", async () => {
    await sendFive();
    for (const format of ["jsonl", "csv"] as const) {
      const file = path.join(folder, `history.${format}`);
      assert.deepEqual(await world.run(exportHistory, { format, path: file }), {
        outcome: "done",
        value: file,
      });
      const lines = readFileSync(file, "utf8").trimEnd().split("\n");
      assert.equal(lines.length, format === "csv" ? 6 : 5);
      if (format === "jsonl") {
        assert.deepEqual(
          lines.map((line) => JSON.parse(line)),
          await world.history(),
        );
      }
    }
  });

  it("is exported to the file that is chosen", async () => {
    await sendFive();
    const ui = new ScriptedUi({ pick: "CSV" }, { save: "/there/history.csv" });
    assert.deepEqual(await world.run(exportHistory, {}, ui), {
      outcome: "done",
      value: "/there/history.csv",
    });
    assert.equal(ui.saved[0]?.name, "elasticache-access-history.csv");
    assert.match(ui.saved[0]?.text ?? "", /^time,profile,region/);
    const given = new ScriptedUi({ pick: "JSON Lines" }, "escape");
    assert.equal((await world.run(exportHistory, {}, given)).outcome, "cancelled");
  });

  it("refuses a format or a path that cannot be", async () => {
    for (const params of [
      { format: "xml" },
      { format: "constructor" },
      { format: "csv", path: "history.csv" },
      { format: 1 },
    ]) {
      const result = await world.run(exportHistory, params);
      assert.ok(result.outcome === "failed" && result.failure.kind === "invalidParameter");
    }
    const result = await world.run(exportHistory, {
      format: "csv",
      path: path.join(folder, "no", "file.csv"),
    });
    assert.ok(result.outcome === "failed" && /ENOENT/.test(result.failure.message));
  });
});
