/**
 * `npm run bench -- [NAME] [--json]`: measures what test/bench names, each line beside its peer in the same run. A
 * name stands for the lines that begin with it; only those of `activation`, `picker-10000` and a part of `tree-10000`
 * need a real VS Code. With `--json` the last line is one JSON object: by each line's name its value, unit, peer, ratio and
 * limit.
 */
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
const inWindow = ["activation", "load", "tree-10000", "picker-10000"];
const inNode = [
  ...["bytes", "call-cpu", "requests", "authorize-latency", "authorize-cli", "first-rows", "all-groups"],
  ...["profiles-170", "regions-34", "memory", "growth", "long-run", "way", "tree-10000"],
];

const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

if (![...inNode, ...inWindow].some(isWanted)) {
  console.error(`There is no bench ${wanted}. There are: ${[...inNode, ...inWindow].join(", ")}`);
  process.exit(1);
}
await ensureInstalled();
await build({ sourcemap: false });
await buildTests([]);
const lines = {
  ...(inNode.some(isWanted) ? await measured([path.join(tests, "nodeIndex.js")]) : {}),
  ...(inWindow.some(isWanted)
    ? await measured([
        path.join(root, "scripts/hostSuite.mjs"),
        "newest",
        path.join(temporary, "host"),
        "benchIndex",
      ])
    : {}),
};
console.log(values.json ? JSON.stringify(lines) : table());

/** @param {string} name */
function isWanted(name) {
  return name.startsWith(wanted) || wanted.startsWith(`${name}/`);
}

/** @param {string[]} program @returns {Promise<import("../test/bench/bench").Lines>} */
async function measured(program) {
  const report = path.join(temporary, `${path.basename(program[0] ?? "")}.jsonl`);
  const { code, output } = await run(process.execPath, program, {
    cwd: root,
    quiet: true,
    env: { ...testEnvironment(), ELASTICACHE_ACCESS_REPORT: report, ELASTICACHE_ACCESS_BENCH: wanted },
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
