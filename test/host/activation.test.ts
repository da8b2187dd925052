import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { filesOf, readMetafile } from "../support/bundleFiles";
import { api, call, extension } from "./rows";
import { useSandbox } from "./useSandbox";

/** The files of the extension that this process has loaded. */
function loaded(): readonly string[] {
  const dist = path.join(realpathSync(extension()?.extensionPath ?? ""), "dist");
  return names(Object.keys(require.cache).filter((file) => path.dirname(file) === dist));
}

/** Their names, without the hash of what is in them: in the package that is another, since it has no source maps. */
function names(files: readonly string[]): readonly string[] {
  return files.map((file) => path.basename(file).replace(/-[0-9A-Z]{8}(?=\.js$)/, "")).sort();
}

// The first of all: what is loaded stays loaded.
describe("what is loaded", () => {
  const metafile = readMetafile(path.join(__dirname, "../.."));
  const commands = filesOf("commands", metafile);
  const start = ["access.js", "extension.js"];

  it("is the start-up bundle alone at activation, and what has the rows besides when somebody looks", async () => {
    const { readTree } = await api();
    assert.deepEqual(loaded(), ["extension.js"]);
    await readTree();
    assert.deepEqual(loaded(), ["access.js", "extension.js"]);
  });

  it("is the commands' besides at the first of them, and at the first that writes something what that needs", async () => {
    assert.equal((await call("refresh")).outcome, "done");
    assert.deepEqual(loaded(), names([...commands, ...start]));
    // Whether or not this window may use the clipboard.
    await call("copyName", { profile: "dev" });
    const copying = filesOf("copying", metafile);
    assert.deepEqual(loaded(), names([...commands, ...copying, ...start]));
  });
});

describe("activation", () => {
  const sandbox = useSandbox();

  it("offers the tree to other extensions, and asks AWS for nothing", async () => {
    const extension = vscode.extensions.getExtension("elasticache-access.elasticache-access");
    const api = await extension?.activate();
    assert.equal(api?.apiVersion, 1);
    const profiles: { label: string }[] = await api.readTree();
    assert.deepEqual(
      profiles.map(({ label }) => label),
      sandbox().profiles.map(({ name }) => name),
    );
    assert.deepEqual(sandbox().requests, []);
  });
});
