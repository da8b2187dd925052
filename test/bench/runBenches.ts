import { appendFileSync } from "node:fs";
import { type Bench, isWanted } from "./bench";

/** Runs those that are asked for. Writes a line of JSON for each, or what went wrong, where it was told to. */
export async function runBenches(benches: readonly Bench[]): Promise<void> {
  const report = (line: object) =>
    appendFileSync(process.env["ELASTICACHE_ACCESS_REPORT"] ?? "", `${JSON.stringify(line)}\n`);
  const wanted = process.env["ELASTICACHE_ACCESS_BENCH"] ?? "";
  let failed = false;
  for (const bench of benches.filter((each) => isWanted(each, wanted))) {
    try {
      const lines = Object.entries(await bench.run());
      report({ lines: Object.fromEntries(lines.filter(([name]) => name.startsWith(wanted))) });
    } catch (error) {
      failed = true;
      report({ error: `${bench.names.join(", ")}: ${error instanceof Error ? error.stack : error}` });
    }
  }
  if (failed) {
    throw new Error("Not every bench could be run");
  }
}
