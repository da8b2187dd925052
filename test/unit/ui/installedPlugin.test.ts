import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installedPlugin } from "../../../src/ui/installedPlugin";

describe("Session Manager's plugin", () => {
  let folder = "";
  before("have programs that are scripts", function () {
    if (process.platform === "win32") {
      this.skip();
    }
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "plugin-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const found = (script?: string) => {
    if (script !== undefined) {
      const file = path.join(folder, "session-manager-plugin");
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
    }
    return installedPlugin({ environment: { PATH: folder }, home: folder });
  };

  it("is there, is not there, or does not say", async () => {
    assert.equal(await found(), "none");
    assert.equal(await found("echo 1.2.707.0"), "found");
    assert.equal(await found("exit 3"), "unknown");
  });
});
