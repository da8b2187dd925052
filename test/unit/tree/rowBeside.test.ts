import assert from "node:assert/strict";
import type { Row, RowKind } from "../../../src/tree/row";
import { rowBeside } from "../../../src/tree/rowBeside";

function row(id: string, kind: RowKind = "grant", parent?: Row): Row {
  return { id, kind, parent, params: {}, item: () => assert.fail("not drawn here") };
}

const parent = row("group", "cacheSecurityGroup");
const siblings = ["a", "b", "c", "d"].map((id) => row(id, "grant", parent));
const some = (...ids: readonly string[]) => siblings.filter(({ id }) => ids.includes(id));

describe("the row beside rows that go", () => {
  for (const [going, beside] of [
    ["a", "b"],
    ["b", "c"],
    ["d", "c"],
    ["bc", "d"],
    ["cd", "b"],
    ["ad", "c"],
    ["abcd", "group"],
  ] as const) {
    it(`is ${beside} where ${[...going].join(", ")} go`, () => {
      assert.equal(rowBeside(some(...going), siblings)?.id, beside);
    });
  }

  it("is no note, which stands for nothing", () => {
    assert.equal(
      rowBeside([siblings[3] ?? parent], [...siblings.slice(3), row("note", "note")])?.id,
      "group",
    );
  });

  it("is the parent where the siblings are not known", () => {
    assert.equal(rowBeside(some("a"), [])?.id, "group");
    assert.equal(rowBeside([], siblings), undefined);
  });
});
