import assert from "node:assert/strict";
import { SentList } from "../../../src/ui/sentList";

const before = ["b", "c", "d", "enter"];
const now = [undefined, "a", "b", "c", undefined, "d", "enter"];

/** The list as sent with the mark on `b`: the window marks its first entry, then that. */
function sent(...said: readonly number[]): SentList {
  const list = new SentList(before, now, [1, 2]);
  for (const place of said) {
    list.marked(place);
  }
  return list;
}

describe("a list on its way to the window", () => {
  it("means the one before until the window has taken it up", () => {
    assert.equal(sent(1, 2).keyAt(0, 0), "b");
    assert.equal(sent(1, 2).keyAt(2, 2), "b");
    assert.equal(sent(1, 2, 3).keyAt(3, 3), "c");
  });

  it("tells a mark that was moved before from one that was moved since", () => {
    const moved = sent(1, 1, 2);
    assert.equal(moved.keyAt(1, 1), "c");
    assert.equal(moved.markedBefore(), "c");
    assert.equal(moved.wasMoved(), false);
    const since = sent(1, 2, 5);
    assert.equal(since.markedBefore(), undefined);
    assert.equal(since.wasMoved(), true);
  });

  it("tells two lists apart where the same place is marked in both", () => {
    const list = new SentList(["first", "second"], [undefined, "new", "first", "second"], [1]);
    list.marked(1);
    list.marked(1);
    assert.equal(list.markedBefore(), "second");
    assert.equal(list.keyAt(1, 1), "second");
  });

  it("takes nothing where it cannot be told", () => {
    assert.equal(sent(1, 2, 1, 2).keyAt(1, 2), undefined);
    assert.equal(sent().keyAt(1, 0), undefined);
    assert.equal(sent(1, 2).keyAt(17, 0), undefined);
    assert.equal(sent(1, 2).keyAt(-1, 2), undefined);
  });

  it("needs no telling where both lists have the same there", () => {
    assert.equal(new SentList(["a", "b"], ["a", "c"], [0]).keyAt(0, 0), "a");
  });

  it("has not been moved where the window said nothing, or only what was wanted", () => {
    assert.equal(sent().wasMoved(), false);
    assert.equal(sent(2).wasMoved(), false);
    assert.equal(sent(3).wasMoved(), true);
  });

  it("marks nothing again that the window did not lose", () => {
    assert.equal(sent(1, 2).markedBefore(), undefined);
    assert.equal(sent(1, 2).wasMoved(), false);
  });

  describe("for a text, whose first match only the window knows", () => {
    const matching = (...said: readonly number[]) => {
      const list = new SentList(before, now, []);
      for (const place of said) {
        list.marked(place);
      }
      return list;
    };

    it("takes what was marked last for the new one's", () => {
      assert.equal(matching(3).keyAt(3, 1), "c");
      assert.equal(matching(3, 5).keyAt(5, 2), "d");
      assert.equal(matching(3).wasMoved(), false);
      assert.equal(matching(3, 5).wasMoved(), true);
    });

    it("takes what was named before that for the old one's", () => {
      assert.equal(matching(1, 3).keyAt(1, 1), "c");
    });
  });
});
