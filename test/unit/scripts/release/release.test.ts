import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ReleaseOptions, release } from "../../../../scripts/release/release.mjs";

const manifest = `{
  "name": "thing",
  "version": "0.1.0",
  "devDependencies": {
    "tool": "0.1.0"
  }
}
`;
const lock = `{
  "name": "thing",
  "version": "0.1.0",
  "packages": {
    "": {
      "name": "thing",
      "version": "0.1.0"
    },
    "node_modules/tool": {
      "version": "0.1.0"
    }
  }
}
`;
const changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n";

describe("a release", () => {
  let root: string;
  let said: string[];
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.test", ...args], {
      cwd: root,
      encoding: "utf8",
    }).trim();
  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  const attempt = (more: Partial<ReleaseOptions> = {}) =>
    release({
      root,
      version: "0.2.0",
      date: "2026-11-26",
      pack: async () => path.join(root, "thing.vsix"),
      test: async () => true,
      tell: (text) => said.push(text),
      ...more,
    });

  beforeEach("a repository", () => {
    said = [];
    root = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    git("init", "--quiet", "--initial-branch", "main");
    git("config", "user.name", "Test");
    git("config", "user.email", "test@example.test");
    writeFileSync(path.join(root, "package.json"), manifest);
    writeFileSync(path.join(root, "package-lock.json"), lock);
    writeFileSync(path.join(root, "CHANGELOG.md"), changelog);
    git("add", ".");
    git("commit", "--quiet", "--message", "Begin");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("writes the version and the day, and commits and tags them after the suites have passed", async () => {
    let packed = "";
    await attempt({
      pack: async () => {
        packed = read("package.json");
        return path.join(root, "thing.vsix");
      },
    });
    assert.equal(packed, manifest.replace('"version": "0.1.0"', '"version": "0.2.0"'));
    assert.equal(read("package-lock.json").match(/"0\.2\.0"/g)?.length, 2);
    assert.match(read("package-lock.json"), /node_modules\/tool": \{\n {6}"version": "0\.1\.0"/);
    assert.match(
      read("CHANGELOG.md"),
      /## \[Unreleased\]\n\n## \[0\.2\.0\] - 2026-11-26\n\n### Added\n\n- A thing\./,
    );
    assert.equal(git("status", "--porcelain"), "");
    assert.equal(git("log", "-1", "--format=%s"), "Release 0.2.0");
    assert.equal(git("tag", "--points-at", "HEAD"), "v0.2.0");
    assert.match(
      said.at(-1) ?? "",
      /Nothing has left this machine yet:[\s\S]*--packagePath thing\.vsix$|ovsx publish thing\.vsix$/,
    );
  });

  it("is of the version that the manifest has, where none was released before", async () => {
    await attempt({ version: "0.1.0" });
    assert.equal(git("tag"), "v0.1.0");
  });

  it("says so to whoever publishes a pre-release", async () => {
    let asked: unknown;
    await attempt({
      preRelease: true,
      pack: async (options) => {
        asked = options.preRelease;
        return "thing.vsix";
      },
    });
    assert.equal(asked, true);
    assert.match(said.at(-1) ?? "", /vsce publish .*--pre-release[\s\S]*ovsx publish .*--pre-release/);
  });

  const leaves = async (why: RegExp, more: Partial<ReleaseOptions>) => {
    const before = [git("rev-parse", "HEAD"), git("status", "--porcelain"), git("tag")];
    await assert.rejects(attempt(more), why);
    assert.deepEqual([git("rev-parse", "HEAD"), git("status", "--porcelain"), git("tag")], before);
  };

  it("puts everything back where a suite fails, and where packing does", async () => {
    await leaves(/a suite failed/, { test: async () => false });
    await leaves(/no room/, { pack: () => Promise.reject(new Error("no room")) });
  });

  it("puts everything back after a preview", async () => {
    await attempt({ isPreview: true });
    assert.deepEqual([git("status", "--porcelain"), git("tag"), read("CHANGELOG.md")], ["", "", changelog]);
    assert.match(said.at(-1) ?? "", /Nothing was released/);
  });

  it("refuses a tree with changes, and names them", async () => {
    writeFileSync(path.join(root, "new.txt"), "");
    await leaves(/put away first[\s\S]*new\.txt/, {});
  });

  it("refuses a version that is none, older, or released already", async () => {
    for (const version of ["", "1", "1.0.0-beta", "01.0.0", "v1.0.0"]) {
      await leaves(/MAJOR\.MINOR\.PATCH/, { version });
    }
    await leaves(/older than 0\.1\.0/, { version: "0.0.9" });
    git("tag", "v0.2.0");
    await leaves(/tag v0\.2\.0 already/, {});
  });

  it("refuses a changelog that says nothing of it", async () => {
    writeFileSync(
      path.join(root, "CHANGELOG.md"),
      "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n",
    );
    git("commit", "--quiet", "--all", "--message", "Say nothing");
    await leaves(/says of nothing/, {});
    await leaves(/has 0\.1\.0 already/, { version: "0.1.0" });
  });

  it("refuses an address that is none", async () => {
    for (const address of [
      "example.test/a/b",
      "http://example.test/a/b",
      "https://example.test",
      "https://x.test/a/b?c",
    ]) {
      await leaves(/--address wants/, { address });
    }
  });
});
