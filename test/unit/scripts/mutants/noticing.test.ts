import assert from "node:assert/strict";
import { Noticing } from "../../../../scripts/mutants/noticing.mjs";

function trial(file: string) {
  const mutant = { id: "1", file, line: 1, kind: "BooleanLiteral", replacement: "true" };
  const tests = ["quick", "middling", "slow"].map((title) => ({ title, file: "unit/check.test.ts", ms: 1 }));
  return { mutant, tests, files: new Map(), hitLimit: 1 };
}

describe("the order of the tests of a mutant", () => {
  const noticing = new Noticing();
  noticing.add("src/core/check.ts", [{ title: "slow" }]);
  noticing.add("src/core/check.ts", [{ title: "middling" }]);
  noticing.add("src/core/check.ts", [{ title: "slow" }]);
  const titles = (file: string) => noticing.ordered(trial(file)).tests.map(({ title }) => title);

  it("begins with those that have noticed most of the same file", () => {
    assert.deepEqual(titles("src/core/check.ts"), ["slow", "middling", "quick"]);
  });

  it("stays as planned where none of the file was noticed", () => {
    assert.deepEqual(titles("src/core/other.ts"), ["quick", "middling", "slow"]);
  });
});
