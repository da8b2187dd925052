import assert from "node:assert/strict";
import type { CoverageFile, MetricsSummary } from "monocart-coverage-reports";
import { fileTable, folderTable } from "../../../scripts/coverageTable.mjs";

function count(covered: number, total: number): MetricsSummary {
  return { covered, total, pct: "", status: "unknown" };
}

function file(
  sourcePath: string,
  lines: [number, number],
  branches: [number, number],
  hits = {},
): CoverageFile {
  const none = count(0, 0);
  const summary = { lines: count(...lines), branches: count(...branches), statements: none, functions: none };
  return { sourcePath, summary, data: { lines: hits } };
}

const files = [
  file("src/core/check.ts", [10, 10], [0, 0]),
  file("src/core/rules/cidr.ts", [15, 30], [1, 4], { 1: 3, 2: 0, 3: 0, 4: 1, 7: "1/2" }),
  file("src/store/emitter.ts", [5, 20], [1, 1]),
];

describe("the tables of npm run coverage", () => {
  it("add up the files of each folder, with those below it, and of all", () => {
    assert.deepEqual(folderTable(files).split("\n"), [
      "                  lines      branches",
      "src/core   62.5 % of 40   25.0 % of 4",
      "  rules    50.0 % of 30   25.0 % of 4",
      "src/store  25.0 % of 20  100.0 % of 1",
      "all        50.0 % of 60   40.0 % of 5",
    ]);
  });

  it("name the lines of a file that no test runs whole", () => {
    assert.deepEqual(fileTable(files, ["src/core/rules", "src/store"]).split("\n"), [
      "                               lines      branches  not run whole",
      "src/core/rules/cidr.ts  50.0 % of 30   25.0 % of 4  2–3, 7",
      "src/store/emitter.ts    25.0 % of 20  100.0 % of 1",
      "all                     40.0 % of 50   40.0 % of 5",
    ]);
  });

  it("say nothing of what has no branches", () => {
    assert.match(fileTable(files, ["src/core/check.ts"]), /^src\/core\/check\.ts {2}100\.0 % of 10 +–$/m);
  });
});
