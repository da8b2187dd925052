import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSandbox } from "../../src/sandbox/index";
import { runLine, runUntil } from "./runLine";

/** The lines that go on until somebody ends them, and what they say when they are ready. */
const endless: readonly [RegExp, RegExp][] = [
  [/^npm start\b/, /Ctrl\+C ends all of it/],
  [/^npm run watch\b/, /Built\.[\s\S]*Found \d+ error|Found \d+ error[\s\S]*Built\./],
  [/^npm run (?:--silent )?sandbox\b/, /The sandbox answers at|^\{"endpoint"/m],
];

/**
 * What runs all tests, of which this is one, or takes minutes, with what is added so that it does a little of it.
 * They are run like this, and no more is known of them here.
 */
const little: readonly [RegExp, string][] = [
  [/^npm run coverage\b/, '--grep "IPv6"'],
  [/^npm run mutate\b/, '--grep "revokeVpcIngress is refused by params"'],
  [/^npm run fuzz\b/, '--cases 5 --grep "CSV"'],
  [/^npm run bench$/, "bytes"],
];

/**
 * What does the same as a line that is tried already, opens pictures and windows for minutes, or writes a release:
 * that the script is there has to do, and its own tests.
 */
const elsewhere = [
  /^npm start$/,
  /^npm run (?:coverage|mutate|reliability|screenshots|release)$/,
  /^npm run bench -- /,
  /^npm run release -- /,
];

/** Runs a line of a page in a copy of the repository, as far as that can be done here. Throws where it is wrong. */
export async function check(line: string, copy: string): Promise<"right" | "not here"> {
  const ready = endless.find(([start]) => start.test(line))?.[1];
  if (elsewhere.some((each) => each.test(line))) {
    return "right";
  }
  if (ready) {
    const { code, output } = await runUntil(line, copy, ready);
    assert.match(output, ready);
    assert.doesNotMatch(output, /Found [1-9]\d* error/);
    // Where the shell itself ended by the signal, it has no code.
    assert.ok(code === null || [0, 1, 130].includes(code), `${code}\n${output}`);
  } else if (/^(?:[A-Z_]+=\S+ )*npm test\b/.test(line)) {
    await checkTests(line, copy);
  } else if (line === "npm ci") {
    await checkInstall(line);
  } else if (line.includes(sandboxAddress)) {
    return checkAgainstSandbox(line, copy);
  } else {
    await succeeds(withLittle(line), copy);
  }
  return "right";
}

function withLittle(line: string): string {
  const added = little.find(([start]) => start.test(line))?.[1];
  if (added === undefined) {
    return line;
  }
  return line.includes(" -- ") ? `${line} ${added}` : `${line} -- ${added}`;
}

/** Runs those that need no window; of the others, whether the suites are there and the pattern finds a test. */
async function checkTests(line: string, copy: string): Promise<void> {
  const [, variables = "", words = "", pattern] =
    /^((?:[A-Z_]+=\S+ )*)npm test(?: -- ([\w ]+?))?(?: --grep "?([^"]*)"?)?$/.exec(line) ?? assert.fail(line);
  const suites = words.split(" ").filter((word) => word !== "");
  if (
    variables === "" &&
    pattern !== undefined &&
    suites.every((suite) => suite === "unit" || suite === "wire")
  ) {
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
    const folders = suites.map((suite) => path.join("test", suite.replace(/[A-Z].*/, ""))).filter(existsSync);
    assert.match(folders.map(titlesOf).join("\n"), new RegExp(pattern));
  }
  for (const [, variable = ""] of variables.matchAll(/([A-Z_]+)=/g)) {
    assert.ok(
      textsOf("test").some((text) => text.includes(variable)),
      `nothing reads ${variable}`,
    );
  }
}

/** Where nothing is installed that others use. */
async function checkInstall(line: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(file, path.join(folder, file));
  }
  await succeeds(`${line} --dry-run`, folder);
}

/** Where the pages have the sandbox. */
const sandboxAddress = "http://127.0.0.1:7379";

/** What asks the sandbox: of one that is started for it, on a port that is free. */
async function checkAgainstSandbox(line: string, copy: string): Promise<"right" | "not here"> {
  const program = /(?:^| )(aws|curl) /.exec(line)?.[1] ?? assert.fail(line);
  if (spawnSync(program, ["--version"]).error) {
    return "not here";
  }
  const sandbox = await startSandbox({ port: 0 });
  try {
    await succeeds(
      line.replace(sandboxAddress, sandbox.endpoint.replace(/\/$/, "")).replace(/^curl /, "curl -sSf "),
      copy,
    );
    return "right";
  } finally {
    await sandbox.close();
  }
}

async function succeeds(line: string, cwd: string): Promise<string> {
  const { code, output } = await runLine(line, cwd);
  assert.equal(code, 0, output);
  return output;
}

function titlesOf(folder: string): string {
  return textsOf(folder)
    .flatMap((text) => text.match(/\b(?:describe|it)\(["`].*["`]/g) ?? [])
    .join("\n");
}

function textsOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return files.map((file) => readFileSync(path.join(folder, file), "utf8"));
}
