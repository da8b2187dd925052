import assert from "node:assert/strict";
import { report, survivors, type Tried } from "../../../../scripts/mutants/report.mjs";

function tried(file: string, verdict: Tried["verdict"], line = 1, replacement = "true"): Tried {
  return { mutant: { id: "1", file, line, kind: "BooleanLiteral", replacement }, verdict };
}

const all = [
  tried("src/core/rules/rule.ts", "survived", 9),
  tried("src/core/rules/rule.ts", "killed"),
  tried("src/core/rules/cidr.ts", "uncovered", 3, `{\n${" something".repeat(20)}`),
  tried("src/core/check.ts", "timedOut"),
  tried("src/changes/guards.ts", "killed"),
  tried("src/changes/guards.ts", "untried"),
  tried("src/changes/run.ts", "unsure"),
];

describe("the report on the mutants", () => {
  it("says of each folder how many were noticed, of those that were tried", () => {
    const rows = report(all)
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    assert.deepEqual(rows, [
      ["killed", "mutants", "timed out", "survived", "not covered", "not tried"],
      ["src/changes", "50.0 %", "2", "0", "1", "0", "1"],
      ["src/core", "50.0 %", "4", "1", "1", "1", "0"],
      ["rules", "33.3 %", "3", "0", "1", "1", "0"],
      ["all", "50.0 %", "6", "1", "2", "1", "1"],
    ]);
  });

  it("names those that nobody noticed, in the order of the sources", () => {
    const [before, first, second, ...more] = survivors(all);
    assert.match(
      before ?? "",
      /^src\/changes\/run\.ts:1 {2}BooleanLiteral → true {2}\(the test that fails does so/,
    );
    assert.match(
      first ?? "",
      /^src\/core\/rules\/cidr\.ts:3 {2}BooleanLiteral → \{ something.{60,75}… {2}\(not covered\)$/,
    );
    assert.equal(second, "src/core/rules/rule.ts:9  BooleanLiteral → true");
    assert.deepEqual(more, []);
  });
});
