import assert from "node:assert/strict";
import { sample } from "../../../../scripts/mutants/sample.mjs";

const list = Array.from({ length: 1000 }, (_, index) => index);

describe("a sample", () => {
  it("has as many as asked for, each once", () => {
    assert.equal(new Set(sample(list, 600, 1)).size, 600);
  });

  it("is the same for the same seed, and another for another", () => {
    assert.deepEqual(sample(list, 50, 7), sample(list, 50, 7));
    assert.notDeepEqual(sample(list, 50, 7), sample(list, 50, 8));
  });

  it("is taken from everywhere", () => {
    const tenths = new Set(sample(list, 100, 3).map((each) => Math.floor(each / 100)));
    assert.equal(tenths.size, 10);
  });

  it("is all there is where more is asked for", () => {
    assert.deepEqual(sample([3, 1, 2], 10, 1).sort(), [1, 2, 3]);
  });
});
