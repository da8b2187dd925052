import assert from "node:assert/strict";
import { endingFirst, endOfRow } from "../../../src/tree/endOfRow";
import { icons } from "../../../src/tree/icons";

describe("the end of a row", () => {
  const end = { at: 1_000, by: "sweep" } as const;

  it("stands out once it is over, with another word and icon", () => {
    assert.equal(endOfRow(undefined, 0), undefined);
    const before = endOfRow(end, 999);
    assert.deepEqual(
      [before?.word, before?.text, before?.icon],
      ["expires", "expires in 1 min", icons.expires],
    );
    const after = endOfRow(end, 1_000);
    assert.deepEqual(
      [after?.word, after?.text, after?.icon],
      ["expired", "expired, still there", icons.expired],
    );
    assert.doesNotMatch(after?.line ?? "", /revokes/);
  });

  it("says of what another window alone was to revoke whether it was read since, and who is to do it", () => {
    const others = { at: 1_000, by: "session", isOthers: true } as const;
    const [before, unread, read] = [
      endOfRow(others, 999, 500),
      endOfRow(others, 2_000, 999),
      endOfRow(others, 2_000, 1_000),
    ];
    assert.equal(before?.text, "expires in 1 min");
    assert.match(before?.line ?? "", /the window that made it revokes it, and nobody else$/);
    assert.deepEqual([unread?.text, unread?.icon], ["was to expire, not read since", icons.notKnown]);
    assert.deepEqual([read?.text, read?.icon], ["expired, still there", icons.expired]);
  });

  it("puts what ends first before the others, which keep their order", () => {
    const ends = new Map([
      ["c", 30],
      ["e", 10],
    ]);
    const endOf = (name: string) => {
      const at = ends.get(name);
      return at === undefined ? undefined : ({ at, by: "sweep" } as const);
    };
    assert.deepEqual(endingFirst(["a", "b", "c", "d", "e"], endOf), ["e", "c", "a", "b", "d"]);
    const none = ["b", "a"];
    assert.equal(
      endingFirst(none, () => undefined),
      none,
    );
  });
});
