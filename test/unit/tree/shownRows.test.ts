import assert from "node:assert/strict";
import type { Row } from "../../../src/tree/row";
import { ShownRows } from "../../../src/tree/shownRows";

function row(id: string, parent?: Row): Row {
  return {
    id,
    kind: "note",
    parent,
    params: {},
    item: () => {
      throw new Error("not drawn here");
    },
  };
}

const profile = row("profile");
const region = row("region", profile);
const section = row("section", region);
const group = row("group", section);
const grant = row("grant", group);

function shown(): ShownRows {
  const rows = new ShownRows();
  for (const each of [profile, region, section, group, grant]) {
    rows.take(each.parent, [each]);
  }
  return rows;
}

describe("shown rows", () => {
  it("are known by their ids, as the objects that were handed out last", () => {
    const rows = shown();
    const again = row("section", region);
    rows.take(region, [again]);
    assert.equal(rows.get("section"), again);
    assert.equal(rows.get("profile"), profile);
  });

  it("are forgotten when they are there no more", () => {
    const rows = shown();
    rows.take(section, [row("other", section)]);
    assert.equal(rows.get("group"), undefined);
    assert.equal(rows.get("other")?.id, "other");
  });

  it("are forgotten with all that stood below them", () => {
    const rows = shown();
    rows.take(undefined, [profile]);
    assert.deepEqual(
      ["region", "section", "group", "grant"].map((id) => rows.get(id)),
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(rows.get("profile"), profile);
  });

  it("do not come back with an answer that was on its way when they went", () => {
    const rows = shown();
    rows.take(undefined, [row("another profile")]);
    rows.take(section, [group]);
    assert.equal(rows.get("group"), undefined);
  });
});
