import assert from "node:assert/strict";
import type { Row, RowItem } from "../../../src/tree/row";
import { ShownRows } from "../../../src/tree/shownRows";

const item: RowItem = {
  label: "",
  description: "",
  contextValue: "",
  icon: { id: "info" },
  tooltip: "",
  accessibilityLabel: "",
  open: "leaf",
};

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

  it("are drawn anew from the topmost down that says something else than before", () => {
    const rows = new ShownRows();
    const words = new Map<string, string>();
    const drawn = (id: string, kind: Row["kind"], parent?: Row): Row => ({
      ...row(id, parent),
      kind,
      item: () => ({ ...item, description: words.get(id) ?? "" }),
    });
    const caches = drawn("caches", "caches");
    const cache = drawn("cache", "cache", caches);
    const vpcGroup = drawn("vpc group", "vpcSecurityGroup", cache);
    for (const each of [caches, cache, vpcGroup]) {
      rows.take(each.parent, [each]);
      rows.draw(each, each.item());
    }
    const changed = () => rows.topmostChanged("vpc group")?.id;
    words.set("vpc group", "open");
    assert.equal(changed(), undefined);
    words.set("cache", "open");
    assert.equal(changed(), "cache");
    words.set("caches", "1 open");
    assert.equal(changed(), "caches");
    rows.draw(caches, caches.item());
    rows.draw(cache, cache.item());
    assert.equal(changed(), undefined);
  });
});
