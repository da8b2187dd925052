/**
 * `npm run bench -- [NAME] [--json]`: measures, in the extension host of a real VS Code, what test/bench names.
 * A name stands for the benches that begin with it. With `--json`, a line of JSON for each.
 */
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });

const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

await ensureInstalled();
await build({ sourcemap: false });
await buildTests([]);
const report = path.join(temporary, "report.jsonl");
const { code, output } = await run(
  process.execPath,
  [path.join(root, "scripts/hostSuite.mjs"), "newest", path.join(temporary, "host"), "benchIndex"],
  {
    cwd: root,
    quiet: true,
    env: {
      ...testEnvironment(),
      ELASTICACHE_ACCESS_REPORT: report,
      ELASTICACHE_ACCESS_BENCH: positionals[0] ?? "",
    },
  },
);
const lines = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
const said = lines.map((line) => JSON.parse(line));
for (const each of said) {
  if ("error" in each) {
    console.error(each.error);
  } else {
    console.log(values.json ? JSON.stringify(each) : table(each));
  }
}
if (code !== 0) {
  if (!said.some((each) => "error" in each)) {
    console.error(output.trim());
  }
  process.exitCode = 1;
}

/** @param {import("../test/bench/bench").Report} report */
function table({ name, about, measurements }) {
  const rows = measurements.map(({ name: what, value, unit }) => {
    const shown = unit === "ms" || unit === "ratio" ? value.toFixed(unit === "ms" ? 1 : 3) : String(value);
    return `  ${shown.padStart(10)} ${unit.padEnd(8)}  ${what}`;
  });
  return [`${name}: ${about}`, ...rows, ""].join("\n");
}
