/**
 * `npm run fuzz -- [--cases N] [--seed N] [--grep PATTERN]`: the fuzz tests with 100,000 cases a target, where
 * `npm test` has 2,000. The seed is today's unless one is given; it brings the same cases back.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: today },
    grep: { type: "string", short: "g", default: "" },
  },
});
const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

await ensureInstalled();
await build();
await buildTests(["fuzz"]);
console.log(`${values.cases} cases a target, seed ${values.seed}`);
// A case that is not over within the hour is one that was found.
const hour = String(60 * 60 * 1000);
const { code } = await run(
  process.execPath,
  ["--enable-source-maps", path.join(tests, "main.js"), "fuzz", "fuzz", hour],
  {
    cwd: root,
    env: {
      ...testEnvironment(),
      ELASTICACHE_ACCESS_SUITE: "fuzz",
      ELASTICACHE_ACCESS_GREP: values.grep,
      ELASTICACHE_ACCESS_FUZZ_CASES: values.cases,
      ELASTICACHE_ACCESS_FUZZ_SEED: values.seed,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
    },
  },
);
process.exitCode = code;
