import assert from "node:assert/strict";
import { accessMap } from "../../../../src/core/map/accessMap";
import { arrange } from "../../../../src/core/map/arrange";
import { mapCsv } from "../../../../src/core/map/mapCsv";
import { mapFormats } from "../../../../src/core/map/mapFormats";
import { columnTitle, mapReport, viewWords } from "../../../../src/core/map/mapReport";
import { type MapView, plainView } from "../../../../src/core/map/mapView";
import { readFromPage, readToPage, readView } from "../../../../src/core/map/messages";
import type { Rule } from "../../../../src/core/rules/rule";
import { cacheOf, ruleFrom } from "../../../support/caches";
import { factsFrom, type GivenFacts, vpcGroupOf } from "../../../support/mapFacts";
import { isAsWrittenDown } from "../../../support/writtenDown";

const now = "2026-11-26T12:00:00.000Z";
const until = (expires: string) => ({ tags: { "elasticache-access:expires": expires } });
const inGroup = (id: string, status = "active") => ({ securityGroups: [{ id, status }] });

/** Something of each kind that the map tells of. */
const prod: GivenFacts = {
  caches: [
    cacheOf("sessions", { ports: [6379, 6380] }),
    cacheOf("open", inGroup("sg-2")),
    cacheOf("guarded", {
      ...inGroup("sg-2"),
      authentication: { kind: "asked", authToken: true, userGroups: [] },
    }),
    cacheOf("coming", inGroup("sg-1", "adding")),
    cacheOf("going", inGroup("sg-1", "removing")),
    cacheOf("new", { ports: undefined }),
    cacheOf("lists", inGroup("sg-4")),
    cacheOf("halves", inGroup("sg-5")),
    cacheOf("public", { kind: "serverless", isPublic: true, ports: [6379, 6380] }),
    cacheOf("unread", inGroup("sg-3")),
    cacheOf("classic", { securityGroups: [], cacheSecurityGroups: ["mygroup"] }),
    cacheOf("six", { networkType: "ipv6" }),
  ],
  groups: [
    {
      ...{ name: "mygroup", description: "", ownerId: "123456781234" },
      grants: [
        { ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791", status: "authorized" },
      ],
    },
    { name: "empty", description: "", ownerId: "123456781234", grants: [] },
  ],
  rules: {
    "sg-1": [
      ruleFrom("sg-9", 6379, 6380),
      { ...ruleFrom("sg-8"), ...until("2026-11-26T14:30:00Z") },
      { ...ruleFrom("sg-7"), source: { kind: "securityGroup", groupId: "sg-7", peeringStatus: "deleted" } },
      ruleFrom("10.0.0.0/16"),
      ruleFrom("2001:db8::/32"),
      ruleFrom("sg-9", 22),
      ruleFrom("sg-6", 6379, 6379, "udp"),
    ],
    "sg-2": [ruleFrom("0.0.0.0/0", 6379, 6379, "tcp", "sg-2")],
    "sg-4": [
      ruleFrom("pl-1", 6379, 6379, "tcp", "sg-4"),
      { ...ruleFrom("sg-1", 6379, 6379, "tcp", "sg-4"), source: { kind: "unknown" } } satisfies Rule,
    ],
    "sg-5": ["0.0.0.0/1", "128.0.0.0/1"].map((block) => ruleFrom(block, 6379, 6379, "tcp", "sg-5")),
  },
  vpcGroups: [
    vpcGroupOf("sg-1", "caches", { team: "shop" }),
    vpcGroupOf("sg-9", "web", { team: "shop" }),
    vpcGroupOf("sg-2", "wide"),
  ],
  shown: { readAt: now, arn: "arn:aws:iam::111122223333:user/me" },
};

const test: GivenFacts = {
  ...{ profile: "test", account: "444455556666", caches: [cacheOf("small")] },
  rules: { "sg-1": [ruleFrom("10.0.0.0/16")] },
  shown: { state: "stale", failures: ["You may not do ec2:DescribeVpcs", "No answer in time"] },
};

const { data } = accessMap(
  [factsFrom(prod), factsFrom(test)],
  [
    { profile: "other", region: "eu-west-1" },
    { profile: "other", region: "eu-west-2" },
  ],
  now,
);
const folder = "test/unit/core/map/told";

describe("what the map tells", () => {
  it("of each source and what it may reach is as written down", () => {
    const lines = [
      ...data.rows.map(
        ({ kind, label, detail, account, vpc, tags }) =>
          `source ${kind}: ${[label, detail, account, vpc, ...tags].join(" | ")}`,
      ),
      ...data.columns.map(
        ({ kind, label, detail, account, vpc, tags, otherwise }) =>
          `${kind}: ${[label, detail, account, vpc, ...tags].join(" | ")}, otherwise ${otherwise}`,
      ),
      ...data.cells.map(
        ({ row, column, state, word, why, count }) =>
          `${data.rows[row]?.label} > ${data.columns[column]?.label}: ${state} "${word}" ${count}, ${why.replaceAll("\n", " / ")}`,
      ),
    ];
    isAsWrittenDown(`${folder}/map.txt`, `${lines.join("\n")}\n`);
  });

  for (const [format, { write }] of Object.entries(mapFormats)) {
    it(`is exported as written down: ${format}`, () => {
      const report = mapReport(data, plainView, arrange(data, plainView));
      isAsWrittenDown(`${folder}/map.${format}.txt`, write(report).replaceAll("\r\n", "\n"));
    });
  }

  it("has the account of a source in its table for spreadsheets", () => {
    const report = mapReport(data, plainView, arrange(data, plainView));
    assert.match(mapCsv(report), /\ndefault,of 565419523791,565419523791,/);
  });
});

describe("what is shown of the map, in words", () => {
  const say = (view: Partial<MapView>) => {
    const whole = { ...plainView, ...view };
    return viewWords(whole, arrange(data, whole));
  };

  it("is how many, by what, and what was left out", () => {
    const sources = `${data.rows.length} sources by ${data.columns.length} columns`;
    assert.equal(say({}), sources);
    assert.equal(say({ query: "  " }), sources);
    assert.equal(say({ query: " default " }), `1 source by 2 columns, with "default"`);
    assert.equal(say({ show: "open" }), "2 sources by 4 columns, only open and public");
    assert.match(say({ show: "expiring" }), /, only expiring$/);
    assert.match(say({ show: "stale" }), /, only stale references$/);
    assert.match(say({ show: "changing" }), /, only changing$/);
    assert.match(say({ show: "notKnown", query: "pl-1" }), /, with "pl-1", only not known$/);
    const compare = { of: "account", one: "111122223333", other: "444455556666" } as const;
    assert.match(say({ compare }), /^\d+ sources by 2 accounts, only what the two differ in$/);
  });

  it("has columns by what they are and where, and whether they are stale", () => {
    const [column] = data.columns;
    assert.ok(column);
    assert.equal(columnTitle({ ...column, label: "one" }), "one (prod us-west-2)");
    assert.equal(columnTitle({ ...column, label: "one", region: "", isStale: true }), "one (prod), stale");
    assert.equal(columnTitle({ ...column, label: "1", profile: "", region: "" }), "1");
  });
});

describe("the map before all of it was read", () => {
  it("says that it is being read, where nothing is known", () => {
    const reading = { caches: [cacheOf("unread", inGroup("sg-3"))], rules: {}, isReading: true };
    const whole = accessMap([factsFrom(prod), factsFrom({ ...reading, profile: "new" })], [], now).data;
    const grid = arrange(whole, plainView);
    const column = grid.columns.find(({ profile }) => profile === "new");
    assert.ok(column);
    assert.deepEqual([...new Set(grid.rows.map((row) => grid.cell(row, column).word))], ["checking…"]);
    assert.deepEqual(
      grid.rows.slice(0, 1).map((row) => grid.cell({ ...row, key: "none" }, { ...column, key: "none" })),
      [{ state: "no", word: "no", why: "", count: 0 }],
    );
  });

  it("finds what nobody reaches", () => {
    const labels = (query: string) =>
      arrange(data, { ...plainView, query }).columns.map(({ label }) => label);
    assert.deepEqual(labels("empty"), ["empty"]);
    assert.deepEqual(labels("going"), ["going"]);
    assert.deepEqual(labels("no-such-thing"), []);
    const rows = (query: string) => arrange(data, { ...plainView, query }).rows.map(({ label }) => label);
    assert.deepEqual(rows("empty"), []);
    assert.deepEqual(rows("prefix lists"), ["pl-1"]);
  });

  it("is exported in three formats, by their names", () => {
    assert.deepEqual(
      Object.entries(mapFormats).map(([name, { label }]) => [name, label]),
      [
        ["md", "Markdown"],
        ["csv", "CSV"],
        ["svg", "SVG"],
      ],
    );
  });
});

describe("two columns of the map, compared", () => {
  const keyOf = (label: string) => data.columns.find((each) => each.label === label)?.key ?? label;
  const compared = (one: string, other: string, of: "cache" | "account" = "cache") => {
    const [a, b] = of === "cache" ? [keyOf(one), keyOf(other)] : [one, other];
    const grid = arrange(data, { ...plainView, rows: "name", compare: { of, one: a, other: b } });
    return {
      columns: grid.columns.map(({ label, detail, profile }) => [label, detail, profile].join(" | ")),
      rows: grid.rows.map((row) =>
        [row.label, ...grid.columns.map((column) => grid.cell(row, column).word)].join(" | "),
      ),
    };
  };

  it("differ in whom one lets in and the other does not, or may not", () => {
    assert.deepEqual(compared("open", "guarded").rows, []);
    // What is stale lets in nobody at either. The columns stand as they were named.
    assert.deepEqual(compared("sessions", "open"), {
      columns: ["sessions | redis · 6379, 6380 · no AUTH | prod", "open | redis · 6379 · no AUTH | prod"],
      rows: [
        "Whatever can route to the VPC | no | open",
        "sg-8 | expires 14:30 UTC | no",
        "web | 6379, 6380 | no",
        "10.0.0.0/16 | 6379 | no",
      ],
    });
  });

  it("may differ in all where one is not in the map any more", () => {
    const { columns, rows } = compared("sessions", "gone");
    assert.ok(columns.includes("gone | not in the map any more | "));
    assert.equal(rows.length, data.rows.length);
    assert.ok(rows.every((row) => row.includes("not known")));
  });

  it("are accounts of which one may have no cache", () => {
    const { columns, rows } = compared("444455556666", "000000000000", "account");
    assert.deepEqual(columns, ["444455556666 | test | test", "000000000000 |  | "]);
    assert.deepEqual(rows.toSorted(), ["10.0.0.0/16 | 1 of 1 cache | no"]);
  });

  it("are accounts by how many of their caches a source reaches", () => {
    const { columns, rows } = compared("111122223333", "444455556666", "account");
    assert.deepEqual(columns, ["111122223333 | prod | prod", "444455556666 | test | test"]);
    assert.ok(rows.includes("Whatever can route to the VPC | 3 of 12 caches | no"), rows.join("\n"));
    assert.ok(rows.includes("Anyone on the internet | 1 of 12 caches | no"), rows.join("\n"));
  });
});

describe("the map that a page is told of", () => {
  const message = { type: "map", map: data, isReading: true };
  const wrongs: readonly (readonly [string, unknown])[] = [
    ["isReading", "yes"],
    ["map", undefined],
    ["map.at", 1],
    ["map.targets", {}],
    ["map.targets.0.state", "lost"],
    ["map.targets.0.failures", ["a", 1]],
    ["map.targets.0.account", 1],
    ["map.targets.0.arn", 1],
    ["map.targets.0.readAt", 1],
    ["map.targets.0.profile", undefined],
    ["map.targets.0.region", undefined],
    ["map.pending.0.profile", 1],
    ["map.pending.0.region", undefined],
    ["map.rows.0.kind", "cache"],
    ["map.rows.0.key", 1],
    ["map.rows.0.label", undefined],
    ["map.rows.0.detail", undefined],
    ["map.rows.0.tags", [1]],
    ["map.rows.0.account", 1],
    ["map.rows.0.vpc", 1],
    ["map.columns.0.kind", "region"],
    ["map.columns.0.otherwise", "yes"],
    ["map.columns.0.isStale", undefined],
    ["map.columns.0.profile", undefined],
    ["map.cells.0.row", Number.NaN],
    ["map.cells.0.column", "0"],
    ["map.cells.0.state", "closed"],
    ["map.cells.0.word", undefined],
    ["map.cells.0.why", undefined],
    ["map.cells.0.count", Number.POSITIVE_INFINITY],
  ];
  for (const [path, value] of wrongs) {
    it(`is none with another ${path}`, () => {
      assert.equal(readToPage(withValue(message, path.split("."), value)), undefined);
    });
  }

  it("is taken as it is meant", () => {
    assert.equal(readToPage(message), message);
    const find = { type: "find", query: "web" };
    assert.equal(readToPage(find), find);
    assert.equal(readToPage({ type: "find" }), undefined);
  });

  it("may be told each thing that the page says", () => {
    for (const type of ["ready", "refresh", "readAll", "chooseTargets"]) {
      assert.deepEqual(readFromPage({ type }), { type });
    }
    for (const action of ["reveal", "authorize", "revoke", "explain", undefined]) {
      assert.ok(readFromPage({ type: "act", row: "", column: "", action }), action);
    }
    for (const format of ["md", "csv", "svg"]) {
      assert.ok(readFromPage({ type: "save", format, text: "" }), format);
    }
    assert.ok(readFromPage({ type: "readTarget", profile: "a", region: "b" }));
    for (const wrong of [
      { type: "readTarget", profile: "a" },
      { type: "act", row: "" },
      { type: "save", format: "md" },
      { type: "map" },
    ]) {
      assert.equal(readFromPage(wrong), undefined);
    }
  });

  it("is looked at in each way that there is", () => {
    const choices = {
      show: ["all", "open", "expiring", "stale", "changing", "notKnown"],
      group: ["target", "account", "vpc", "tag"],
      rows: ["attention", "name", "reach"],
      columns: ["attention", "name", "sources"],
    };
    for (const [field, values] of Object.entries(choices)) {
      for (const value of values) {
        assert.ok(readView({ ...plainView, [field]: value }), value);
      }
      assert.equal(readView({ ...plainView, [field]: "other" }), undefined, field);
    }
    for (const wrong of [
      { ...plainView, query: 1 },
      { ...plainView, tag: undefined },
      { ...plainView, compare: { of: "target", one: "", other: "" } },
      { ...plainView, compare: { of: "cache", one: "" } },
      { ...plainView, compare: null },
    ]) {
      assert.equal(readView(wrong), undefined);
    }
  });
});

/** The same with another value at a path. */
function withValue(whole: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) {
    return value;
  }
  if (Array.isArray(whole)) {
    return whole.map((each, at) => (at === Number(first) ? withValue(each, rest, value) : each));
  }
  const fields: Readonly<Record<string, unknown>> = { ...(typeof whole === "object" ? whole : {}) };
  return { ...fields, [first]: withValue(fields[first], rest, value) };
}
