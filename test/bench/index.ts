import { appendFileSync } from "node:fs";
import type { Bench, Report } from "./bench";
import { cacheSecurityGroups } from "./cacheSecurityGroups.bench";
import { manyTargets } from "./manyTargets.bench";
import { startUp } from "./startUp.bench";
import { vpcSourcePicker } from "./vpcSourcePicker.bench";

const benches: readonly Bench[] = [startUp, cacheSecurityGroups, manyTargets, vpcSourcePicker];

/** What VS Code calls in its extension host. Writes a line of JSON for each bench, or what went wrong. */
export async function run(): Promise<void> {
  const report = (line: object) =>
    appendFileSync(process.env["ELASTICACHE_ACCESS_REPORT"] ?? "", `${JSON.stringify(line)}\n`);
  try {
    const wanted = process.env["ELASTICACHE_ACCESS_BENCH"] ?? "";
    const chosen = benches.filter(({ name }) => name.startsWith(wanted));
    if (chosen.length === 0) {
      throw new Error(
        `There is no bench ${wanted}. There are: ${benches.map(({ name }) => name).join(", ")}`,
      );
    }
    for (const { name, about, run: measure } of chosen) {
      report({ name, about, measurements: await measure() } satisfies Report);
    }
  } catch (error) {
    report({ error: error instanceof Error ? error.stack : String(error) });
    throw error;
  }
}
