import assert from "node:assert/strict";
import { endOfTags } from "../../../../src/core/expiry/expiry";
import { answerOf } from "../../../../src/core/map/cellIndex";
import { whyOf } from "../../../../src/core/map/cellWhy";
import type { MapEntry } from "../../../../src/core/map/entry";
import { expiryOf, expiryWord } from "../../../../src/core/map/expiry";
import { grantEntries } from "../../../../src/core/map/grantEntry";
import { columnHeading, rowHeading, tagKeys } from "../../../../src/core/map/grouping";
import { joinEntries } from "../../../../src/core/map/joinEntries";
import { actionsOn } from "../../../../src/core/map/mapActions";
import {
  type CellState,
  cellStates,
  type MapColumn,
  type MapRow,
  sourceKinds,
} from "../../../../src/core/map/mapData";
import { attention, plainView, statesShown } from "../../../../src/core/map/mapView";
import { ruleFrom } from "../../../support/caches";

describe("until when a rule is on the map", () => {
  const now = "2026-11-26T12:00:00.000Z";
  for (const [expiry, word] of [
    ["2026-11-26T11:59:59.999Z", "expired"],
    [now, "expired"],
    ["2026-11-26T12:00:00.001Z", "expires 12:00 UTC"],
    ["2026-11-26T23:59:59.000Z", "expires 23:59 UTC"],
    ["2026-11-27T00:00:00.000Z", "expires 2026-11-27"],
    ["2027-11-26T12:30:00.000Z", "expires 2027-11-26"],
  ] as const) {
    it(`${expiry} is ${word}`, () => assert.equal(expiryWord(expiry, now), word));
  }

  it("is what its tag says in UTC, and nothing where that is no time", () => {
    const of = (expires: string) => expiryOf(endOfTags({ "elasticache-access:expires": expires }));
    assert.equal(of("2026-11-26T14:30:00+02:00"), "2026-11-26T12:30:00.000Z");
    assert.equal(of("soon"), undefined);
    assert.equal(expiryOf(endOfTags({})), undefined);
  });
});

describe("what can be done with a cell", () => {
  const cell = (state: CellState, count = 0) => ({ state, count });
  const all = ["reveal", "authorize", "explain"];

  it("on a cache: whoever is not let in may be, and what lets in may be taken away", () => {
    for (const kind of ["securityGroup", "addresses", "prefixList"] as const) {
      assert.deepEqual(actionsOn({ kind }, { kind: "cache" }, cell("no")), all, kind);
      assert.deepEqual(actionsOn({ kind }, { kind: "cache" }, undefined), all, kind);
      const revoke = ["reveal", "revoke", "explain"];
      assert.deepEqual(actionsOn({ kind }, { kind: "cache" }, cell("reaches", 1)), revoke, kind);
    }
    for (const kind of ["grant", "public", "open", "unknown"] as const) {
      assert.deepEqual(actionsOn({ kind }, { kind: "cache" }, cell("no")), ["reveal", "explain"], kind);
    }
    assert.deepEqual(actionsOn({ kind: "open" }, { kind: "cache" }, cell("open", 2)), [
      "reveal",
      "revoke",
      "explain",
    ]);
    assert.deepEqual(actionsOn({ kind: "public" }, { kind: "cache" }, cell("public")), ["reveal", "explain"]);
    // The header of a cache stands for whoever is to be let in.
    assert.deepEqual(actionsOn(undefined, { kind: "cache" }, undefined), all);
    assert.deepEqual(actionsOn(undefined, { kind: "cache" }, cell("public")), ["reveal", "explain"]);
  });

  it("on a cache security group: EC2 security groups by name, and no reachability", () => {
    const column = { kind: "cacheSecurityGroup" } as const;
    assert.deepEqual(actionsOn({ kind: "grant" }, column, cell("no")), ["reveal", "authorize"]);
    assert.deepEqual(actionsOn({ kind: "grant" }, column, cell("reaches", 1)), ["reveal", "revoke"]);
    assert.deepEqual(actionsOn(undefined, column, undefined), ["reveal", "authorize"]);
    for (const kind of ["securityGroup", "addresses", "prefixList", "public", "open", "unknown"] as const) {
      assert.deepEqual(actionsOn({ kind }, column, undefined), ["reveal"], kind);
    }
  });

  it("is nothing where there is no column, or it is an account's", () => {
    assert.deepEqual(actionsOn({ kind: "grant" }, undefined, cell("reaches", 1)), []);
    assert.deepEqual(actionsOn({ kind: "grant" }, { kind: "account" }, cell("reaches", 1)), []);
  });
});

describe("several rules and grants in one cell", () => {
  const byRule = (state: CellState, word: string, ports: readonly number[] = [], why = word): MapEntry => ({
    ...{ by: "rule", rule: ruleFrom("sg-2") },
    ...{ state, word, why, ports },
  });
  const byGrant = (state: CellState, word: string): MapEntry => ({
    ...{ by: "grant", cacheSecurityGroupName: "mygroup" },
    grant: { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "111122223333", status: word },
    ...{ state, word, why: word, ports: [] },
  });

  it("are decided by what lets in now and stays", () => {
    const order: readonly CellState[] = [
      ...(["public", "open", "reaches", "expiring", "changing"] as const),
      ...(["notKnown", "checking", "stale", "no"] as const),
    ];
    assert.deepEqual([...order].sort(), [...cellStates].sort());
    for (const [at, state] of order.entries()) {
      const weaker = order.slice(at).map((each) => byRule(each, each, [1]));
      for (const entries of [weaker, weaker.toReversed()]) {
        assert.equal(joinEntries(entries).state, state);
      }
    }
  });

  it("have all their ports, each once, by their size", () => {
    const entries = [
      byRule("reaches", "6379", [6379, 11_211]),
      byRule("reaches", "443", [443, 6379]),
      byRule("expiring", "expires 14:30", [22]),
    ];
    assert.deepEqual(joinEntries(entries), {
      state: "reaches",
      word: "443, 6379, 11211",
      why: "6379\n443\nexpires 14:30",
      count: 3,
    });
  });

  it("have the word of a grant, which is about no port", () => {
    assert.deepEqual(joinEntries([byGrant("reaches", "authorized")]), {
      ...{ state: "reaches", word: "authorized", why: "authorized", count: 1 },
    });
    assert.equal(joinEntries([byRule("reaches", "x", [1]), byGrant("reaches", "authorized")]).word, "x");
  });

  it("give each reason once, those that decide first, and count what can be taken away", () => {
    const notRead: MapEntry = { by: "notRead", state: "notKnown", word: "not known", why: "a", ports: [] };
    assert.deepEqual(
      joinEntries([notRead, byRule("open", "open", [6379], "b"), byRule("open", "open", [6380], "b")]),
      { state: "open", word: "open", why: "b\na", count: 2 },
    );
    assert.deepEqual(joinEntries([]), { state: "no", word: "", why: "", count: 0 });
  });
});

describe("why a cell says what it says", () => {
  it("is what lets in, line by line; else that nothing does, or that nobody knows", () => {
    assert.deepEqual(whyOf({ state: "reaches", why: "a\nb" }), ["a", "b"]);
    assert.deepEqual(whyOf({ state: "no", why: "" }), ["Nothing that was read lets it in"]);
    assert.deepEqual(whyOf({ state: "checking", why: "" }), ["What lets in here is being read"]);
    assert.deepEqual(whyOf({ state: "notKnown", why: "" }), ["What lets in here could not be read"]);
    assert.deepEqual(whyOf(undefined), []);
  });
});

describe("a grant on the map", () => {
  const now = "2026-11-26T12:00:00.000Z";
  const entryOf = (status: string, end?: string) => {
    const grant = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "565419523791", status };
    const endOfGrant = () => (end === undefined ? undefined : { at: Date.parse(end), by: "sweep" as const });
    const group = { name: "mygroup", grants: [grant] };
    const [[key, [entry] = []] = []] = grantEntries({ endOfGrant }, group, now);
    return [key, entry?.state, entry?.word, entry?.why];
  };

  it("that is to end says when, as a rule does, and what is under way says so first", () => {
    const end = "2026-11-26T14:30:00.000Z";
    const why = `cache security group mygroup lets in web by name, until 2026-11-26 14:30:00 UTC`;
    assert.deepEqual(entryOf("authorized", end).slice(1), ["expiring", "expires 14:30 UTC", why]);
    assert.deepEqual(entryOf("authorized", now).slice(1, 3), ["expiring", "expired"]);
    assert.deepEqual(entryOf("revoking", end).slice(1), ["changing", "revoking", why]);
  });

  it("is what its status is", () => {
    const why = "cache security group mygroup lets in web by name";
    for (const [status, state, word] of [
      ["authorized", "reaches", "authorized"],
      ["authorizing", "changing", "authorizing"],
      ["revoking", "changing", "revoking"],
      ["pondering", "notKnown", "pondering"],
      ["", "notKnown", "no status told"],
    ] as const) {
      assert.deepEqual(entryOf(status), ["grant 565419523791/web", state, word, why]);
    }
  });
});

describe("the headings of the map", () => {
  const row = (more: Partial<MapRow> = {}): MapRow => ({
    ...{ key: "k", kind: "securityGroup", label: "web", detail: "", tags: [] },
    ...more,
  });
  const column = (more: Partial<MapColumn> = {}): MapColumn => ({
    ...{ key: "k", kind: "cache", label: "one", detail: "", tags: [], profile: "prod", region: "us-west-2" },
    ...{ otherwise: "no", isStale: false },
    ...more,
  });
  const by = (group: "target" | "account" | "vpc" | "tag", tag = "") => ({ ...plainView, group, tag });

  it("are kinds of sources, in their order, everybody in one", () => {
    const headings = sourceKinds.map((kind) => rowHeading(row({ kind }), by("target")));
    assert.deepEqual(
      headings.map(({ label }) => label),
      [
        ...["Everybody", "Everybody", "Security groups", "Addresses", "Prefix lists"],
        ...["EC2 security groups by name", "Others"],
      ],
    );
    const orders = headings.map(({ order }) => order);
    assert.equal(orders[0], orders[1]);
    assert.deepEqual(
      orders,
      [...orders].sort((a, b) => a - b),
    );
    assert.equal(new Set(orders).size, 6);
  });

  it("are targets of caches, in the order of the map", () => {
    assert.deepEqual(columnHeading(column(), by("target"), 3), { label: "prod · us-west-2", order: 3 });
    assert.equal(columnHeading(column({ region: "" }), by("target"), 0).label, "prod");
  });

  it("are accounts, VPCs and tags, and what has none of them stands last", () => {
    const full = { account: "111122223333", vpc: "vpc-1", tags: ["team=shop", "teams=none", "team=data"] };
    for (const [view, label, none] of [
      [by("account"), "111122223333", ["No account", "prod (account not known)"]],
      [by("vpc"), "vpc-1", ["VPC not known, or none", "VPC not known, or none"]],
      [by("tag", "team"), "shop, data", ["Without team", "Without team"]],
      [by("tag"), undefined, ["No tag chosen", "No tag chosen"]],
    ] as const) {
      if (label !== undefined) {
        assert.deepEqual(rowHeading(row(full), view), { label, order: 0 });
        assert.deepEqual(columnHeading(column(full), view, 7), { label, order: 0 });
      }
      const [ofRow, ofColumn] = [rowHeading(row(), view), columnHeading(column(), view, 7)];
      assert.deepEqual([ofRow.label, ofColumn.label], none);
      assert.ok(ofRow.order > sourceKinds.length && ofColumn.order === ofRow.order);
    }
  });

  it("can be by each tag's key that there is, once, in their order", () => {
    const tags = (...texts: readonly string[]) => ({ tags: texts });
    assert.deepEqual(tagKeys([tags("team=shop", "Name=a=b"), tags(), tags("team=data")]), ["Name", "team"]);
  });
});

describe("the states of the map", () => {
  it("are answers: whoever is let in now gets in, and what is not settled is not known", () => {
    const answers = Object.fromEntries(cellStates.map((state) => [state, answerOf(state)]));
    assert.deepEqual(answers, {
      ...{ public: "yes", open: "yes", reaches: "yes", expiring: "yes" },
      ...{ no: "no", stale: "no" },
      ...{ changing: "notKnown", notKnown: "notKnown", checking: "notKnown" },
    });
  });

  it("want to be looked at, the widest the most", () => {
    const states = [...cellStates].sort((a, b) => attention[a] - attention[b]);
    const wanted = [
      "public",
      "open",
      "notKnown",
      "checking",
      "stale",
      "expiring",
      "changing",
      "reaches",
      "no",
    ];
    assert.deepEqual(states, wanted);
    assert.equal(attention.notKnown, attention.checking);
  });

  it("are left by what is to be shown", () => {
    assert.deepEqual(statesShown, {
      ...{ all: undefined, open: ["public", "open"], expiring: ["expiring"], stale: ["stale"] },
      ...{ changing: ["changing"], notKnown: ["notKnown", "checking"] },
    });
  });
});
