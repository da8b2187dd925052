/**
 * `npm run bench -- [NAME] [--json]`: measures what test/bench names, each line beside its peer in the same run. A
 * name stands for the lines that begin with it; only those of `activation`, `picker-10000` and a part of `tree-10000`
 * need a real VS Code. With `--json` the last line is one JSON object: by each line's name its value, unit, peer, ratio and
 * limit.
 */
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { aligned } from "./alignedTable.mjs";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const wanted = positionals[0] ?? "";

/** What is measured where. The rest needs no window. */
const inWindow = ["load", "tree-10000", "picker-10000"];
const inNode = [
  ...["bytes", "call-cpu", "requests", "authorize-latency", "authorize-cli", "first-rows", "all-groups"],
  ...["profiles-170", "regions-34", "memory", "growth", "long-run", "way", "map", "tree-10000"],
];

const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

const all = [...inNode, "activation", ...inWindow];
if (!all.some(isWanted)) {
  console.error(`There is no bench ${wanted}. There are: ${all.join(", ")}`);
  process.exit(1);
}
await ensureInstalled();
await build({ sourcemap: false });
await buildTests([]);
const lines = {
  ...(inNode.some(isWanted) ? await measured([path.join(tests, "nodeIndex.js")], wanted) : {}),
  ...(inWindow.some(isWanted) ? await inNewWindow(wanted) : {}),
  ...(isWanted("activation") ? await activation() : {}),
};
console.log(values.json ? JSON.stringify(lines) : table());

/** @param {string} name */
function isWanted(name) {
  return name.startsWith(wanted) || wanted.startsWith(`${name}/`);
}

/**
 * An extension is activated once a window: the medians of five.
 *
 * @returns {Promise<import("../test/bench/bench").Lines>}
 */
async function activation() {
  const found = [];
  for (let window = 1; window <= 5; window++) {
    const { activation: line } = await inNewWindow("activation", window);
    found.push(...(line ? [line] : []));
  }
  const [line] = found;
  if (!line) {
    return {};
  }
  const middle = (/** @type {number[]} */ numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const value = middle(found.map((each) => each.value));
  return { activation: { ...line, value, peer: middle(found.map(({ peer }) => peer ?? 0)) } };
}

/** @param {string} name what is measured @param {number} [window] which of several it is */
function inNewWindow(name, window = 0) {
  const folder = path.join(temporary, `host-${name}-${window}`);
  const program = [path.join(root, "scripts/hostSuite.mjs"), "newest", folder, "benchIndex"];
  return measured(program, name, { ELASTICACHE_ACCESS_WINDOW: String(window) });
}

/**
 * @param {string[]} program
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<import("../test/bench/bench").Lines>}
 */
async function measured(program, name, environment = {}) {
  const report = path.join(temporary, `${randomUUID()}.jsonl`);
  const { code, output } = await run(process.execPath, program, {
    cwd: root,
    quiet: true,
    env: {
      ...testEnvironment(),
      ELASTICACHE_ACCESS_REPORT: report,
      ELASTICACHE_ACCESS_BENCH: name,
      ...environment,
    },
  });
  const said = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
  const reports = said.map((line) => JSON.parse(line));
  const errors = reports.flatMap(({ error }) => error ?? []);
  for (const left of output.match(/^.* is left out: .*$/gm) ?? []) {
    console.error(left);
  }
  if (code !== 0) {
    console.error(errors.length > 0 ? errors.join("\n") : output.trim());
    process.exitCode = 1;
  }
  return Object.assign({}, ...reports.map((each) => each.lines ?? {}));
}

function table() {
  const shown = (/** @type {number | undefined} */ number) =>
    number === undefined ? "" : number.toFixed(number >= 100 ? 0 : 2);
  const head = ["line", "value", "unit", "peer", "ratio", "limit"];
  const rows = Object.entries(lines).map(([name, { value, unit, peer, ratio, limit }]) => [
    name,
    shown(value),
    unit,
    shown(peer),
    shown(ratio),
    shown(limit),
  ]);
  return aligned([head, ...rows], [0, 2]);
}
