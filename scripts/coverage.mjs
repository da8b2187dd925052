/**
 * `npm run coverage -- [PATH…] [--grep PATTERN]`: how much of what can be tested without VS Code the unit and wire
 * tests run, or those whose titles match, by lines and branches, in a table of the folders. With paths that files
 * begin with, those files and the lines of them that no test runs whole. `out/coverage/index.html` shows it in the
 * sources.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { fileTable, folderTable } from "./coverageTable.mjs";
import { ensureInstalled } from "./install.mjs";
import { out, root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

/** What VS Code has no part in, and so what these two suites are there for. */
const measured = /^src\/(core|changes|store|aws)\//;
/** One bundle: what V8 counts of a source in two of them cannot be added up branch by branch. */
const suite = "unit+wire";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string", default: "" } },
});
const temporary = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
process.on("exit", () => removeFolder(temporary));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

await ensureInstalled();
await build();
await buildTests([suite]);
const counts = path.join(temporary, "counts");
const { code } = await run(process.execPath, [path.join(tests, "main.js"), "coverage", suite, "120000"], {
  cwd: root,
  env: {
    ...testEnvironment(),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    NODE_V8_COVERAGE: counts,
    ELASTICACHE_ACCESS_GREP: values.grep,
  },
});
const files = await countedFiles();
console.log(positionals.length === 0 ? folderTable(files) : fileTable(files, positionals));
process.exitCode = code;

/** Sources by the lines and branches of them that were run: the source maps lead there from the bundle. */
async function countedFiles() {
  const { CoverageReport } = await import("monocart-coverage-reports");
  const report = new CoverageReport({
    baseDir: root,
    outputDir: path.join(out, "coverage"),
    reports: ["v8"],
    logging: "error",
    entryFilter: ({ url }) => url.endsWith(`/${suite}.js`),
    sourceFilter: (file) => measured.test(file),
    all: { dir: "src", filter: (file) => measured.test(file), transformer: withoutTypes },
  });
  await report.addFromDir(counts);
  const results = await report.generate();
  return results?.files ?? [];
}

/**
 * What no test imports counts as well.
 *
 * @param {{ source: string, sourceMap?: unknown, url: string }} entry
 */
async function withoutTypes(entry) {
  const { transform } = await import("esbuild");
  const { code: source, map } = await transform(entry.source, {
    loader: "ts",
    sourcemap: true,
    sourcefile: entry.url,
  });
  entry.source = source;
  entry.sourceMap = JSON.parse(map);
}
