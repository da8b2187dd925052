import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import manifest from "../../package.json";

const model = readFileSync("docs/security.md", "utf8");
const policy = readFileSync("SECURITY.md", "utf8");

/** The paths that a page names, as it does: in backquotes, or as a link's end. */
function pathsIn(page: string): readonly string[] {
  return [
    ...[...page.matchAll(/`((?:src|test|scripts|docs)\/[^`\s]+)`/g)].map(([, path = ""]) => path),
    ...[...page.matchAll(/\]\(([^)#\s]+)\)/g)].map(([, path = ""]) => path),
  ];
}

describe("the pages on security", () => {
  it("name files and tests that exist", () => {
    const paths = [...pathsIn(model), ...pathsIn(policy)];
    assert.ok(paths.length > 50, `${paths.length} paths`);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it("name for each threat what holds it, and the test that holds that", () => {
    const rows = model.split("\n").filter((line) => /^\| (?!threat|---)/.test(line));
    assert.ok(rows.length > 20, `${rows.length} threats`);
    assert.deepEqual(
      rows.filter((row) => !/`test\/[^`]+\.test\.ts`[^|]*\|$/.test(row) || row.split(" | ").length !== 3),
      [],
    );
  });

  it("name the oldest VS Code that is supported", () => {
    assert.ok(policy.includes(`VS Code ${manifest.engines.vscode.replace(/^\^|\.0$/g, "")} and later`));
  });
});
