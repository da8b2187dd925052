/**
 * `npm run mutate -- [PATH…] [--all] [--sample N] [--seed N] [--minutes N] [--workers N] [--tests FOLDERS]
 * [--grep PATTERN]`: changes the sources in thousands of small ways, one at a time, and counts how many of the changes
 * some unit or wire test notices. All of src/changes and a sample of src/core; with `--all` every one of both; with
 * paths, every one of the files that begin so, or a sample of them, and which of them no test noticed. The list of
 * those is in out/mutants/survivors.txt. `--tests unit/changes`: by the tests of these folders alone, joined by `+`;
 * `--grep`: by those whose titles match.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, freemem, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { isNamed } from "./mutants/isNamed.mjs";
import { plan } from "./mutants/plan.mjs";
import { report, survivors } from "./mutants/report.mjs";
import { sample } from "./mutants/sample.mjs";
import { tryAll } from "./mutants/tryAll.mjs";
import { WorkerProcess } from "./mutants/workerProcess.mjs";
import { out } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string" },
    workers: { type: "string" },
    tests: { type: "string", default: "unit+wire" },
    grep: { type: "string", default: "" },
  },
});
const began = Date.now();
const minutes = Number(values.minutes ?? (values.all ? Number.POSITIVE_INFINITY : 40));
const suite = values.tests;
// A mutant that no test notices is tried with all that pass it: minutes each, of tests that open processes of their own.
const most = values.all || positionals.length > 0 ? Number.POSITIVE_INFINITY : 20_000;

const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
/** @type {WorkerProcess[]} */
const workers = [];
process.on("exit", () => {
  for (const worker of workers) {
    worker.stop();
  }
  removeFolder(temporary);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

await ensureInstalled();
const { instrument, instrumentedSources, sourcesIn } = await import("./mutants/instrument.mjs");
const folders = positionals.length > 0 ? ["src"] : ["src/changes", "src/core"];
const files = sourcesIn(folders).filter(
  (file) => positionals.length === 0 || positionals.some((start) => file.startsWith(start)),
);
const { mutants, sources, count } = await instrument(files, choose);
const folder = path.join(out, "mutants");
await build();
const [bundle = ""] = await buildTests([`lazy:${suite}`], {
  outdir: folder,
  plugins: [instrumentedSources(sources)],
});

// Most of the time a test waits for a socket or a pause, with half a gigabyte. With five a core the heavy ones, which
// open processes of their own, held each other up until they were taken for stuck.
const room = Math.floor(freemem() / 2 ** 29);
const asMany = Number(values.workers ?? Math.min(2 * availableParallelism() + 1, room));
for (let count = Math.max(1, asMany); count > 0; count--) {
  workers.push(
    new WorkerProcess(bundle, {
      ...testEnvironment(),
      ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    }),
  );
}
const hits = await measure();
console.log(`${hits.tests.length} tests in ${seconds()} s; trying ${mutants.length} of ${count} mutants.`);
const tried = await tryAll(plan(mutants, hits, most), workers, {
  until: began + minutes * 60_000,
  onProgress: (done) => console.log(`${done} of ${mutants.length} after ${seconds()} s`),
});

const lines = survivors(tried);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "survivors.txt"), lines.map((line) => `${line}\n`).join(""));
console.log(`\n${report(tried)}\n`);
console.log(
  positionals.length > 0 ? lines.join("\n") : `No test notices these: ${path.join(folder, "survivors.txt")}`,
);
process.exit();

/**
 * The mutants to try, those of src/changes first.
 *
 * @param {readonly import("./mutants/instrument.mjs").Mutant[]} all
 */
function choose(all) {
  const [most, seed] = [Number(values.sample ?? 600), Number(values.seed)];
  if (values.all || positionals.length > 0) {
    return values.sample === undefined ? all : sample(all, most, seed);
  }
  const core = all.filter(({ file }) => file.startsWith("src/core/"));
  console.log(`All of src/changes, and a sample of ${most} of the ${core.length} of src/core, seed ${seed}.`);
  return [...all.filter((mutant) => !core.includes(mutant)), ...sample(core, most, seed)];
}

/** What each test passes while nothing is changed. */
async function measure() {
  const said = await workers[0]?.ask({ grep: values.grep }, 15 * 60_000);
  if (typeof said !== "object" || said.hits === undefined) {
    console.error(`The tests could not be run: ${typeof said === "object" ? said.failed?.message : said}`);
    process.exit(1);
  }
  const { failing = [], hits } = said;
  // Tests of how long something takes may fail: each mutant is a question more.
  for (const test of failing) {
    console.log(`Left out, since it fails with all mutants switched off: ${test}`);
  }
  const isFailing = (/** @type {string} */ title) => failing.some((name) => isNamed(title, name));
  return { ...hits, tests: hits.tests.filter(({ title }) => !isFailing(title)) };
}

function seconds() {
  return Math.round((Date.now() - began) / 1000);
}
