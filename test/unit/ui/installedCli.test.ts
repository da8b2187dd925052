import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installedCli } from "../../../src/ui/installedCli";

describe("the installed AWS CLI", () => {
  let folder = "";
  before("have programs that are scripts", function () {
    if (process.platform === "win32") {
      this.skip();
    }
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "aws-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const found = (script?: string) => {
    if (script !== undefined) {
      writeFileSync(path.join(folder, "aws"), `#!/bin/sh\n${script}\n`);
      chmodSync(path.join(folder, "aws"), 0o755);
    }
    return installedCli({ environment: { PATH: folder }, home: folder });
  };

  it("is known by what it says of itself", async () => {
    assert.deepEqual(await found('echo "aws-cli/2.32.4 Python/3.13.9 Linux/6.1 exe/x86_64.debian.12"'), {
      found: "version",
      version: [2, 32, 4],
    });
    assert.deepEqual(await found('echo "aws-cli/1.16.1 Python/2.7.18 Linux/6.1 botocore/1.11.1" >&2'), {
      found: "version",
      version: [1, 16, 1],
    });
  });

  it("may not be there, or not say", async () => {
    assert.deepEqual(await found(), { found: "none" });
    assert.deepEqual(await found("echo broken; exit 3"), { found: "unknown" });
  });

  it("is not asked through a shell, and not from a folder that is not in the PATH", async () => {
    await found("echo aws-cli/2.0.0");
    assert.deepEqual(await installedCli({ environment: { PATH: "/nowhere" }, home: folder }), {
      found: "none",
    });
  });
});
