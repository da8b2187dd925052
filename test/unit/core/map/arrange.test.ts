import assert from "node:assert/strict";
import { accessMap } from "../../../../src/core/map/accessMap";
import { arrange } from "../../../../src/core/map/arrange";
import { tagKeys } from "../../../../src/core/map/grouping";
import { type MapView, plainView } from "../../../../src/core/map/mapView";
import { cacheOf, ruleFrom } from "../../../support/caches";
import { factsFrom, vpcGroupOf } from "../../../support/mapFacts";

const groupsOf = (...ids: readonly string[]) => ({
  securityGroups: ids.map((id) => ({ id, status: "active" })),
});

const { data } = accessMap(
  [
    factsFrom({
      caches: [
        cacheOf("cache-10", groupsOf("sg-1")),
        cacheOf("cache-9", groupsOf("sg-1", "sg-2")),
        cacheOf("unread", groupsOf("sg-3")),
      ],
      rules: {
        "sg-1": [ruleFrom("sg-a"), ruleFrom("0.0.0.0/0")],
        "sg-2": [ruleFrom("sg-b", 6379, 6379, "tcp", "sg-2"), ruleFrom("10.0.0.0/8")],
      },
      vpcGroups: [
        vpcGroupOf("sg-1", "shared", { team: "shop" }),
        vpcGroupOf("sg-a", "web"),
        vpcGroupOf("sg-b", "batch", { team: "data" }),
      ],
    }),
    factsFrom({
      profile: "test",
      account: "444455556666",
      caches: [cacheOf("small", groupsOf("sg-4"))],
      rules: { "sg-4": [ruleFrom("10.0.0.0/8", 6379, 6379, "tcp", "sg-4")] },
    }),
  ],
  [],
  "2026-11-26T12:00:00.000Z",
);

function lines(view: Partial<MapView>) {
  const grid = arrange(data, { ...plainView, ...view });
  return {
    rows: grid.rowGroups.map(
      ({ label, lines: rows }) => `${label}: ${rows.map((row) => row.label).join(", ")}`,
    ),
    columns: grid.columnGroups.map(
      ({ label, lines: all }) => `${label}: ${all.map((one) => one.label).join(", ")}`,
    ),
    words: grid.rows.map((row) => grid.columns.map((column) => grid.cell(row, column).word).join(" | ")),
  };
}

describe("the map as somebody looks at it", () => {
  it("begins with what stands out, sources by kind and caches by target", () => {
    assert.deepEqual(lines({}), {
      rows: [
        "Everybody: Whatever can route to the VPC",
        "Security groups: web, batch",
        "Addresses: 10.0.0.0/8",
      ],
      columns: ["prod · us-west-2: cache-9, cache-10, unread", "test · us-west-2: small"],
      words: [
        "open | open | not known | no",
        "6379 | 6379 | not known | no",
        "6379 | no | not known | no",
        "6379 | no | not known | 6379",
      ],
    });
  });

  it("sorts by name, numbers by their size, and by reach", () => {
    assert.deepEqual(lines({ columns: "name" }).columns[0], "prod · us-west-2: cache-9, cache-10, unread");
    assert.deepEqual(lines({ rows: "reach", group: "vpc" }).rows, [
      "vpc-1: web, batch",
      "VPC not known, or none: 10.0.0.0/8, Whatever can route to the VPC",
    ]);
  });

  it("groups by account and by tag", () => {
    assert.deepEqual(lines({ group: "account" }).columns, [
      "111122223333: cache-9, cache-10, unread",
      "444455556666: small",
    ]);
    assert.deepEqual(tagKeys([...data.rows, ...data.columns]), ["team"]);
    const byTag = lines({ group: "tag", tag: "team" });
    assert.deepEqual(byTag.columns, ["shop: cache-9, cache-10", "Without team: unread, small"]);
    assert.deepEqual(byTag.rows, [
      "data: batch",
      "Without team: Whatever can route to the VPC, 10.0.0.0/8, web",
    ]);
  });

  it("leaves what has the words, with what it reaches or is reached by", () => {
    assert.deepEqual(lines({ query: "BATCH" }), {
      rows: ["Security groups: batch"],
      columns: ["prod · us-west-2: cache-9"],
      words: ["6379"],
    });
    assert.deepEqual(lines({ query: "10.0.0.0/8 test" }).words, ["6379"]);
    assert.deepEqual(lines({ query: "unread" }).columns, ["prod · us-west-2: unread"]);
  });

  it("leaves what is open, or not known", () => {
    assert.deepEqual(lines({ show: "open" }).columns, ["prod · us-west-2: cache-9, cache-10"]);
    assert.deepEqual(lines({ show: "notKnown" }).columns, ["prod · us-west-2: unread"]);
    assert.deepEqual(lines({ show: "stale" }).words, []);
  });

  it("tells what two caches differ in, and where that is not known", () => {
    const [nine, ten, unread] = ["cache-9", "cache-10", "unread"].map(
      (label) => data.columns.find((column) => column.label === label)?.key ?? "",
    );
    assert.ok(nine && ten && unread);
    assert.deepEqual(lines({ compare: { of: "cache", one: nine, other: ten } }).rows, [
      "Security groups: batch",
      "Addresses: 10.0.0.0/8",
    ]);
    assert.equal(lines({ compare: { of: "cache", one: ten, other: unread } }).words.length, 4);
    // In the order in which they are named, whichever wants more attention.
    for (const [one, other, said] of [
      [nine, unread, "cache-9, unread"],
      [unread, nine, "unread, cache-9"],
    ] as const) {
      assert.deepEqual(lines({ compare: { of: "cache", one, other } }).columns, [
        `prod · us-west-2: ${said}`,
      ]);
    }
  });

  it("tells what two accounts differ in, by how many caches a source reaches", () => {
    const compare = { of: "account", one: "111122223333", other: "444455556666" } as const;
    const differing = lines({ compare, columns: "name" });
    assert.deepEqual(differing.columns, ["prod: 111122223333", "test: 444455556666"]);
    assert.deepEqual(differing.rows, [
      "Everybody: Whatever can route to the VPC",
      "Security groups: batch, web",
    ]);
    assert.deepEqual(differing.words, ["2 of 3 caches | no", "1 of 3 caches | no", "2 of 3 caches | no"]);
  });
});
