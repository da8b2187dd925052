/**
 * `npm test -- [SUITE…] [--grep PATTERN] [--lanes N] [--times] [--vsix FILE]`: everything there is to check, from a fresh clone. A name
 * stands for the steps that begin with it: `host` for both versions of VS Code, `hostNewest` for one. With a VSIX,
 * what runs in VS Code runs against what is in it. Where no suite is named, the oldest VS Code is told some stories
 * alone (`stories.mjs`). `--times` says after each suite how long it took, what it computed, and which stories took longest.
 */
import { mkdtempSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests } from "./buildTests.mjs";
import { countCpuTimes } from "./cpuTimes.mjs";
import { ensureInstalled } from "./install.mjs";
import { sideBySide } from "./lanes.mjs";
import { endAtSignals } from "./processGroup.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { host, node, tool, window } from "./steps.mjs";
import { toldInOldest } from "./stories.mjs";

/** In the order in which they begin and are told: the longest suites early, so that none is left alone at the end. */
const steps = {
  types: tool("typescript/bin/tsc", ["-p", "."]),
  // What runs in a browser knows the page, and nothing of Node.
  typesOfPages: tool("typescript/bin/tsc", ["-p", "src/map/page"]),
  lint: tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  unused: tool("knip/bin/knip.js", ["--treat-config-hints-as-errors"]),
  unit: node("unit", 30_000),
  faultsInChanges: node("faults", 180_000, { ELASTICACHE_ACCESS_FAULTS: "changes" }),
  uiNewestA: window("ui", "newest", { part: "1/2" }),
  uiNewestB: window("ui", "newest", { part: "2/2" }),
  uiOldest: window("ui", "oldest", { inWhole: toldInOldest }),
  fuzz: node("fuzz", 180_000),
  docs: node("docs", 600_000),
  faultsInReads: node("faults", 180_000, { ELASTICACHE_ACCESS_FAULTS: "reads" }),
  wire: node("wire", 120_000),
  hostNewest: host("host", "newest"),
  hostOldest: host("host", "oldest"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: "string", short: "g", default: "" },
    // Suites wait more than they compute.
    lanes: { type: "string", default: String(availableParallelism() + 1) },
    times: { type: "boolean", default: false },
    vsix: { type: "string" },
  },
});
const chosen = choose();
const lanes = Number(values.lanes);
if (!(lanes >= 1)) {
  console.error(`--lanes wants a number, not ${values.lanes}`);
  process.exit(1);
}

endAtSignals();
const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));

await ensureInstalled();
if (values.vsix !== undefined) {
  const { unpack } = await import("./unpack.mjs");
  process.env["ELASTICACHE_ACCESS_EXTENSION"] = await unpack(values.vsix, path.join(temporary, "packed"));
}
// What is packed is about to be shipped: nothing is left out then.
const isWhole = positionals.length === 0 && !values.grep && values.vsix === undefined;
const context = { temporary, grep: values.grep, isWhole, times: values.times, built: buildAll() };
const cpuTimes = values.times ? countCpuTimes(temporary) : undefined;
const failed = await sideBySide(
  chosen.map(([name, step]) => ({
    name,
    run: (write) => timed(name, write, () => step.run(name, write, context)),
  })),
  lanes,
  (text) => process.stdout.write(text),
);
cpuTimes?.stop();
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** @returns {[string, import("./steps.mjs").Kind][]} the steps to take */
function choose() {
  const all = Object.entries(steps);
  const unknown = positionals.find((wanted) => !all.some(([name]) => name.startsWith(wanted)));
  if (unknown !== undefined) {
    console.error(`There is no suite ${unknown}. There are: ${Object.keys(steps).join(", ")}`);
    process.exit(1);
  }
  return positionals.length === 0
    ? all
    : all.filter(([name]) => positionals.some((wanted) => name.startsWith(wanted)));
}

/**
 * Says how long a step took, where that was asked for.
 *
 * @param {string} name
 * @param {(text: string) => void} write
 * @param {() => Promise<boolean>} run
 */
async function timed(name, write, run) {
  const [since, begun] = [performance.now(), Math.round(performance.now() / 1_000)];
  const passed = await run();
  if (cpuTimes) {
    const computed = cpuTimes.secondsOf(name)?.toFixed(0) ?? "unknown";
    write(
      `  ${((performance.now() - since) / 1_000).toFixed(0)} s from ${begun} s on, ${computed} s of CPU\n`,
    );
  }
  return passed;
}

/** The bundles of the extension and of the tests. Without them there is nothing to go on with. */
async function buildAll() {
  try {
    await build();
    await buildTests([...new Set(chosen.flatMap(([, { folder }]) => folder ?? []))]);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
