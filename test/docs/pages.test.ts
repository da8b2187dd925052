import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";
import { copyRepository } from "../support/repositoryCopy";
import { check } from "./check";
import { commandLines, linesInText, namedScripts } from "./commandLines";

const pages = [
  "CONTRIBUTING.md",
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

describe("the command lines of the pages", () => {
  let copy = "";
  before("copy the repository", () => {
    copy = copyRepository(
      process.cwd(),
      path.join(mkdtempSync(path.join(tmpdir(), "elasticache-access-")), "repository"),
    );
  });

  const known = Object.keys(manifest.scripts);
  const checked = new Set<string>();

  for (const name of pages) {
    const page = readFileSync(name, "utf8");

    it(`${name} names scripts that exist`, () => {
      assert.deepEqual(
        namedScripts(page).filter((each) => !known.includes(each)),
        [],
      );
    });

    for (const line of [...commandLines(page), ...linesInText(page)]) {
      if (!checked.has(line)) {
        checked.add(line);
        it(`${name} is right about ${line}`, async function () {
          if ((await check(line, copy)) === "not here") {
            this.skip();
          }
        });
      }
    }
  }

  it("are many", () => {
    assert.ok(checked.size > 30, [...checked].join("\n"));
  });
});
