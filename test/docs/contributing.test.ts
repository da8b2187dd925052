import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import manifest from "../../package.json";
import { copyRepository } from "../support/repositoryCopy";
import { commandLines, namedScripts } from "./commandLines";
import { runLine, runUntil } from "./runLine";

const page = readFileSync("CONTRIBUTING.md", "utf8");
const temporary = () => mkdtempSync(path.join(tmpdir(), "elasticache-access-"));

/** The lines that go on until somebody ends them, and what they say when they are ready. */
const endless: readonly [RegExp, RegExp][] = [
  [/^npm start\b/, /Ctrl\+C ends all of it/],
  [/^npm run watch\b/, /Built\.[\s\S]*Found \d+ error|Found \d+ error[\s\S]*Built\./],
  [/^npm run sandbox\b/, /The sandbox answers at|^\{"endpoint"/m],
];

/** What runs all tests, of which this is one, or tries them on many mutants: only a few of them here. */
const few: readonly [RegExp, string][] = [
  [/^npm run coverage\b/, '--grep "IPv6"'],
  [/^npm run mutate\b/, '--grep "revokeVpcIngress is refused by params"'],
];

describe("CONTRIBUTING.md", () => {
  let copy = "";
  before("copy the repository", () => {
    copy = copyRepository(process.cwd(), path.join(temporary(), "repository"));
  });

  const lines = commandLines(page);

  it("has command lines", () => {
    assert.ok(lines.length > 10, lines.join("\n"));
  });

  for (const line of lines) {
    it(`is right about ${line}`, () => check(line));
  }

  it("names scripts that exist", () => {
    const known = Object.keys(manifest.scripts);
    assert.deepEqual(
      namedScripts(page).filter((name) => !known.includes(name)),
      [],
    );
  });

  it("names files and folders that exist, but for those of the change that was only tried", () => {
    const named = [...page.matchAll(/`((?:src|test|docs|scripts|out)\/[^`\s]*)`(, new)?/g)].filter(
      ([, file = "", isNew]) => !isNew && !file.startsWith("out/"),
    );
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.map(([, file = ""]) => file).filter((file) => !existsSync(file)),
      [],
    );
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = ""]) => target);
    assert.deepEqual(
      links.filter((target) => !existsSync(target)),
      [],
    );
  });

  async function check(line: string): Promise<void> {
    const ready = endless.find(([start]) => start.test(line))?.[1];
    const added = few.find(([start]) => start.test(line))?.[1];
    if (ready) {
      const { code, output } = await runUntil(line, copy, ready);
      assert.match(output, ready);
      assert.doesNotMatch(output, /Found [1-9]\d* error/);
      // Where the shell itself ended by the signal, it has no code.
      assert.ok(code === null || [0, 1, 130].includes(code), `${code}\n${output}`);
    } else if (line.startsWith("npm test")) {
      await checkTests(line);
    } else if (line === "npm ci") {
      await checkInstall(line);
    } else {
      await succeeds(added === undefined ? line : `${line} ${added}`, copy);
    }
  }

  /** Runs those that need no window; of the others, whether the suites are there and the pattern finds a test. */
  async function checkTests(line: string): Promise<void> {
    const [, words = "", pattern] = /^npm test(?: -- ([\w ]+?))?(?: --grep "([^"]*)")?$/.exec(line) ?? [];
    const suites = words.split(" ").filter((word) => word !== "");
    if (pattern !== undefined && suites.every((suite) => suite === "unit" || suite === "wire")) {
      const output = await succeeds(line, copy);
      assert.match(output, /: [1-9]\d* passed, 0 failed/);
      return;
    }
    const { output } = await runLine("npm test -- nothing", copy);
    const known = /There are: (.*)/.exec(output)?.[1]?.split(", ") ?? assert.fail(output);
    for (const suite of suites) {
      assert.ok(
        known.some((name) => name.startsWith(suite)),
        `there is no suite ${suite}`,
      );
    }
    if (pattern !== undefined) {
      assert.match(titlesOf("test/ui"), new RegExp(pattern));
    }
  }

  /** Where nothing is installed that others use. */
  async function checkInstall(line: string): Promise<void> {
    const folder = temporary();
    for (const file of ["package.json", "package-lock.json"]) {
      copyFileSync(file, path.join(folder, file));
    }
    await succeeds(`${line} --dry-run`, folder);
  }

  async function succeeds(line: string, cwd: string): Promise<string> {
    const { code, output } = await runLine(line, cwd);
    assert.equal(code, 0, output);
    return output;
  }
});

function titlesOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const texts = files.map((file) => readFileSync(path.join(folder, file), "utf8"));
  return texts.flatMap((text) => text.match(/\b(?:describe|it)\(["`].*["`]/g) ?? []).join("\n");
}
