import assert from "node:assert/strict";
import { Dated } from "../../../src/store/dated";

describe("what is dated", () => {
  let dated: Dated<string, string>;
  beforeEach(() => {
    dated = new Dated();
    dated.replace(
      [
        ["a", "first"],
        ["b", "first"],
      ],
      2,
    );
  });

  it("is not overwritten by what was asked earlier, whichever answers first", () => {
    assert.equal(dated.set("a", "newer", 4), true);
    assert.equal(dated.set("a", "older", 3), false);
    assert.equal(dated.get("a"), "newer");
    assert.equal(dated.remove("a", 3), false);
    assert.equal(dated.get("a"), "newer");
  });

  it("is gone once a later list does not name it, and stays so when an earlier look answers", () => {
    dated.replace([["b", "second"]], 5);
    assert.deepEqual(dated.values(), ["second"]);
    assert.equal(dated.set("a", "seen before the list", 4), false);
    assert.equal(dated.get("a"), undefined);
    assert.equal(dated.set("a", "made anew", 6), true);
  });

  it("is not brought back by a list that was asked for before it went", () => {
    dated.remove("a", 5);
    dated.replace(
      [
        ["a", "old"],
        ["b", "second"],
      ],
      4,
    );
    assert.deepEqual(dated.values(), ["second"]);
  });

  it("stays where a list was asked for before it was seen", () => {
    dated.set("c", "made", 5);
    dated.replace([["b", "second"]], 4);
    assert.deepEqual(dated.values(), ["made", "second"]);
  });

  it("tells what was learned of a key since", () => {
    assert.equal(dated.changedSince("a", 1), true);
    assert.equal(dated.changedSince("a", 2), false);
    assert.equal(dated.removedSince("a", 1), false);
    dated.remove("a", 3);
    assert.equal(dated.removedSince("a", 2), true);
    assert.equal(dated.removedSince("a", 3), false);
  });
});
