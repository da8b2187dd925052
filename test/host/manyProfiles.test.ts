import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { accountWith, type FakeAws, startFakeAws } from "../wire/aws/support/fakeAws";
import { api, call, rowAt } from "./rows";
import { useAwsFiles } from "./useAwsFiles";

const names = Array.from({ length: 500 }, (_, number) => `account-${String(number).padStart(3, "0")}`);
const section = ["account-123", "us-west-2", "Cache security groups"] as const;

describe("five hundred profiles", () => {
  const files = useAwsFiles();
  const started = path.join(files.folder, "started");
  let fake: FakeAws;

  before("know them", async function () {
    // The processes that give credentials are scripts.
    if (process.platform === "win32") {
      this.skip();
    }
    fake = await startFakeAws(accountWith("faraway"));
    const program = path.join(files.folder, "give-keys");
    mkdirSync(started);
    writeFileSync(
      program,
      `#!/bin/sh\ntouch "${started}/$1"\necho '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"process-secret"}'\n`,
    );
    chmodSync(program, 0o755);
    files.write(
      names
        .map(
          (name) =>
            `[profile ${name}]\nregion = us-west-2\nendpoint_url = ${fake.url}\ncredential_process = "${program}" ${name}\n`,
        )
        .join(""),
    );
  });
  after("forget them", async () => {
    rmSync(started, { recursive: true, force: true });
    await fake?.close();
  });

  it("are all there, with no request sent and no credentials asked for", async () => {
    assert.equal((await call("refresh")).outcome, "done");
    const rows = await (await api()).readTree();
    assert.deepEqual(
      rows.map(({ label }) => label),
      names,
    );
    assert.deepEqual(readdirSync(started), []);
    assert.deepEqual(fake.asked, []);
  });

  it("get credentials only where somebody opens one", async () => {
    assert.equal((await call("refresh", { profile: "account-123", region: "us-west-2" })).outcome, "done");
    const rows = await (await api()).readTree();
    assert.ok(rowAt(rows, ...section, "faraway"));
    assert.equal(rowAt(rows, "account-124", "us-west-2", "Cache security groups")?.children, undefined);
    assert.deepEqual(readdirSync(started), ["account-123"]);
  });
});
