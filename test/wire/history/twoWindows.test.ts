import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { awsEnvironment } from "../../../scripts/awsFiles.mjs";
import { Journal } from "../../../src/history/journal";
import { sandboxHook } from "../../support/sandboxHook";

const segmentBytes = 8 * 1024;

describe("two windows that make changes at once", () => {
  const place = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
  const folder = path.join(place, "history");
  const sandbox = sandboxHook(() => {
    mkdirSync(path.join(place, "aws"), { recursive: true });
    return path.join(place, "aws");
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it("lose no line of the journal, and keep no secret in it", async () => {
    const window = async (name: string) =>
      promisify(execFile)(
        process.execPath,
        [path.join(__dirname, "journalWriter.js"), folder, name, "100", String(segmentBytes)],
        {
          env: {
            ...process.env,
            ...awsEnvironment(path.join(place, "aws")),
            // The SDK's farewell to an older Node is no failure of the journal's.
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
          },
        },
      );
    const said = await Promise.all([window("left"), window("right")]);
    assert.deepEqual(
      said.map(({ stderr }) => stderr),
      ["", ""],
    );

    const text = readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), "utf8"))
      .join("");
    const lines = text.split("\n").slice(0, -1);
    assert.equal(lines.length, 400);
    assert.equal(new Set(lines.map((line) => JSON.parse(line).what.EC2SecurityGroupName)).size, 200);
    assert.equal(new Set(lines.map((line) => JSON.parse(line).id)).size, 200);
    for (const { accessKeyId, secretAccessKey } of sandbox().profiles) {
      assert.ok(!text.includes(accessKeyId) && !text.includes(secretAccessKey));
    }
    assert.doesNotMatch(text, /AKIA|ASIA|secret|token|signature/i);

    const journal = new Journal({
      folder,
      segmentBytes,
      segments: 1_000,
      log: assert.fail,
      tell: assert.fail,
    });
    const read = await journal.read();
    assert.ok(read.ok);
    assert.equal(read.value.length, 200);
    for (const { caller, outcome, requestId } of read.value) {
      assert.match(caller ?? "", /^arn:aws:iam::123456781234:/);
      assert.equal(outcome, "done");
      assert.match(requestId ?? "", /^[0-9a-f-]{36}$/);
    }
    assert.ok(readdirSync(folder).length > 5, "they rotated while both wrote");
  });
});
