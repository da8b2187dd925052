import assert from "node:assert/strict";
import type { Row } from "../../../src/tree/row";
import { Standing } from "../../../src/tree/standing";

/** A row whose rows below can be changed, and are counted when asked for. */
function row(id: string, parent: Row | undefined, below: Row[]): Row & { asked: number } {
  return {
    id,
    kind: "note",
    parent,
    params: {},
    asked: 0,
    item: () => {
      throw new Error("not drawn here");
    },
    children() {
      this.asked++;
      return below;
    },
  };
}

describe("standing in the tree", () => {
  const roots: Row[] = [];
  const sections: Row[] = [];
  const groups: Row[] = [];
  const region = row("region", undefined, sections);
  const section = row("section", region, groups);
  const [one, other] = [row("one", section, []), row("other", section, [])];
  const standing = new Standing(() => roots);

  beforeEach(() => {
    roots.splice(0, roots.length, region);
    sections.splice(0, sections.length, section);
    groups.splice(0, groups.length, one, other);
  });

  it("is what a row does that is among those below its parent", () => {
    assert.equal(standing.has(one), true);
    assert.equal(standing.has(region), true);
  });

  it("ends with the row, and with a row above it", async () => {
    groups.shift();
    assert.equal(standing.has(one), false);
    assert.equal(standing.has(other), true);
    await Promise.resolve();
    roots.pop();
    assert.equal(standing.has(other), false);
  });

  it("reads what is below a row once for the whole of a selection", () => {
    section.asked = 0;
    assert.deepEqual(
      [one, other, one].map((each) => standing.has(each)),
      [true, true, true],
    );
    assert.equal(section.asked, 1);
  });
});
