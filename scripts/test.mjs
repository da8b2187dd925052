/**
 * `npm test -- [SUITE…] [--grep PATTERN]`: everything there is to check, from a fresh clone. A name stands for
 * the steps that begin with it: `host` for both versions of VS Code, `hostNewest` for one.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { out, root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string", short: "g" } },
});

const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
/** Folders that tests make for themselves go with ours. */
const tidy = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };

/** @type {Record<string, { run: (name: string) => Promise<boolean>, folder?: string }>} */
const steps = {
  types: { run: () => tool("node_modules/typescript/bin/tsc", ["-p", "."]) },
  lint: { run: lint },
  unit: { folder: "unit", run: (name) => suite(name, "unit", 5_000, tidy) },
  fuzz: { folder: "fuzz", run: (name) => suite(name, "fuzz", 60_000, tidy) },
  wire: { folder: "wire", run: (name) => suite(name, "wire", 30_000, tidy) },
  hostNewest: { folder: "host", run: (name) => host(name, "newest") },
  hostOldest: { folder: "host", run: (name) => host(name, "oldest") },
  uiNewest: { folder: "ui", run: (name) => suite(name, "ui", 180_000, { VSCODE_WEB_RELEASE: "newest" }) },
  uiOldest: { folder: "ui", run: (name) => suite(name, "ui", 180_000, { VSCODE_WEB_RELEASE: "oldest" }) },
};

process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

const chosen = choose();
await ensureInstalled();
await build();
await buildTests([...new Set(chosen.flatMap((name) => steps[name]?.folder ?? []))]);
const failed = [];
for (const name of chosen) {
  if (!(await steps[name]?.run(name))) {
    failed.push(name);
  }
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** @returns {string[]} the names of the steps to take */
function choose() {
  const names = Object.keys(steps);
  const unknown = positionals.find((wanted) => !names.some((name) => name.startsWith(wanted)));
  if (unknown !== undefined) {
    console.error(`There is no suite ${unknown}. There are: ${names.join(", ")}`);
    process.exit(1);
  }
  const wanted = positionals.length > 0 ? positionals : names;
  return names.filter((name) => wanted.some((start) => name.startsWith(start)));
}

/** The linter, and what nothing uses: files, exports, packages. */
async function lint() {
  const clean = await tool("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
  return (await tool("node_modules/knip/bin/knip.js", ["--treat-config-hints-as-errors"])) && clean;
}

/**
 * @param {string} program a file of a package
 * @param {string[]} args
 */
async function tool(program, args) {
  const { code, output } = await run(process.execPath, [path.join(root, program), ...args], {
    cwd: root,
    quiet: true,
  });
  if (code !== 0) {
    console.log(output);
  }
  return code === 0;
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {number} timeout milliseconds for one test
 * @param {NodeJS.ProcessEnv} [env]
 */
async function suite(name, folder, timeout, env = {}) {
  const args = ["--enable-source-maps", path.join(tests, "main.js"), name, folder, String(timeout)];
  const { code } = await run(process.execPath, args, { cwd: root, env: { ...environment(name), ...env } });
  return code === 0;
}

/**
 * @param {string} name
 * @param {"newest" | "oldest"} release
 */
async function host(name, release) {
  const report = path.join(temporary, `${name}.txt`);
  const { code, output } = await run(
    process.execPath,
    [path.join(root, "scripts/hostSuite.mjs"), release, path.join(temporary, name)],
    { cwd: root, env: { ...environment(name), ELASTICACHE_ACCESS_REPORT: report }, quiet: true },
  );
  const said = existsSync(report) ? readFileSync(report, "utf8") : "";
  const ended = /^\w+: \d+ passed/m.test(said);
  // The tests speak for themselves. What VS Code printed matters when they could not.
  if (said) {
    process.stdout.write(said);
  }
  if (!ended) {
    console.log(`${output.trim()}\nVS Code ended before its tests did.\n${name}: 0 passed, 1 failed`);
  }
  return ended && code === 0;
}

/** @param {string} name */
function environment(name) {
  const failures = path.join(out, "failures", name);
  rmSync(failures, { recursive: true, force: true });
  mkdirSync(path.dirname(failures), { recursive: true });
  return {
    ...testEnvironment(),
    ELASTICACHE_ACCESS_TEMP: temporary,
    ELASTICACHE_ACCESS_SUITE: name,
    ELASTICACHE_ACCESS_GREP: values.grep ?? "",
    // Where a failing suite leaves pictures and logs.
    ELASTICACHE_ACCESS_FAILURES: failures,
    VSCODE_WEB_REPORT: failures,
  };
}
