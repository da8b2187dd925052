import assert from "node:assert/strict";
import { plan } from "../../../../scripts/mutants/plan.mjs";

function mutant(id: string, file = "src/core/check.ts") {
  return { id, file, line: 1, kind: "BooleanLiteral", replacement: "true" };
}

const hits = {
  atLoad: { table: 2 },
  tests: [
    { title: "slow and of the same file", file: "unit/check.test.ts", ms: 900, mutants: { a: 3, b: 1 } },
    { title: "quick", file: "unit/check.test.ts", ms: 1, mutants: {} },
    { title: "slow and of another", file: "unit/check.test.ts", ms: 500, mutants: {} },
    { title: "middling", file: "unit/check.test.ts", ms: 40, mutants: { a: 1 } },
  ],
};

function testsOf(id: string): readonly string[] {
  const trials = plan([mutant("a"), mutant("b"), mutant("table"), mutant("never")], hits);
  const trial = trials.find((each) => each.mutant.id === id);
  return trial?.tests.map(({ title }) => title) ?? [];
}

describe("the tests that may notice a mutant", () => {
  it("are those that pass it, the quickest first", () => {
    assert.deepEqual(testsOf("a"), ["middling", "slow and of the same file"]);
    assert.deepEqual(testsOf("b"), ["slow and of the same file"]);
  });

  it("are the quick ones and those of its file where it is passed at load", () => {
    assert.deepEqual(testsOf("table"), ["quick", "middling", "slow and of the same file"]);
  });

  it("are none where nothing passes it", () => {
    assert.deepEqual(testsOf("never"), []);
  });

  it("are no more than those that take so long together, and one at least", () => {
    const titles = (most: number) => plan([mutant("a")], hits, most)[0]?.tests.map(({ title }) => title);
    assert.deepEqual(titles(939), ["middling"]);
    assert.deepEqual(titles(940), ["middling", "slow and of the same file"]);
    assert.deepEqual(titles(1), ["middling"]);
  });

  it("may pass it a hundred times as often as they do without it", () => {
    assert.equal(plan([mutant("a")], hits)[0]?.hitLimit, 100_400);
  });
});
