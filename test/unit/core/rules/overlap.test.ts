import assert from "node:assert/strict";
import { overlapWith } from "../../../../src/core/rules/overlap";
import type { KnownPrefixLists } from "../../../../src/core/rules/prefixLists";
import type { Rule, RuleContent } from "../../../../src/core/rules/rule";
import { blocksOf, ruleFrom } from "../../../support/caches";

const known: KnownPrefixLists = {
  lists: [],
  entries: new Map([["pl-office", blocksOf("10.0.0.0/9", "10.128.0.0/9")]]),
};

function together(there: readonly Rule[], wanted: RuleContent): readonly string[] {
  const { equal, broader, together: rules } = overlapWith(there, wanted, known);
  assert.equal(equal, undefined);
  assert.deepEqual(broader, []);
  return rules.map(({ source }) => ("cidr" in source ? source.cidr : "list"));
}

describe("rules that only together let a source in", () => {
  it("are halves of a block", () => {
    const halves = [ruleFrom("10.0.0.0/9"), ruleFrom("10.128.0.0/9"), ruleFrom("192.0.2.0/24")];
    assert.deepEqual(together(halves, ruleFrom("10.0.0.0/8")), ["10.0.0.0/9", "10.128.0.0/9"]);
    assert.deepEqual(together(halves.slice(0, 1), ruleFrom("10.0.0.0/8")), []);
    assert.equal(together([ruleFrom("::/1"), ruleFrom("8000::/1")], ruleFrom("::/0")).length, 2);
  });

  it("are halves of a range of ports", () => {
    const there = [ruleFrom("10.0.0.0/8", 0, 6379), ruleFrom("10.0.0.0/8", 6380, 7000)];
    assert.equal(together(there, ruleFrom("10.1.0.0/16", 6379, 6380)).length, 2);
    assert.equal(together(there.slice(1), ruleFrom("10.1.0.0/16", 6379, 6380)).length, 0);
    const groups = [ruleFrom("sg-2", 6379), ruleFrom("sg-2", 6380)];
    assert.equal(together(groups, ruleFrom("sg-2", 6379, 6380)).length, 2);
  });

  it("are both at once", () => {
    const there = [
      ruleFrom("10.0.0.0/9", 6379),
      ruleFrom("10.128.0.0/9", 6379, 6380),
      ruleFrom("10.0.0.0/9", 6380, 6390),
    ];
    assert.equal(together(there, ruleFrom("10.0.0.0/8", 6379, 6380)).length, 3);
  });

  it("are not other protocols, other types, other families", () => {
    const there = [ruleFrom("10.0.0.0/9"), ruleFrom("10.128.0.0/9", 6379, 6379, "udp")];
    assert.deepEqual(together(there, ruleFrom("10.0.0.0/8")), []);
    const icmp = [ruleFrom("10.0.0.0/9", 8, -1, "icmp"), ruleFrom("10.128.0.0/9", 3, 4, "icmp")];
    assert.deepEqual(together(icmp, ruleFrom("10.0.0.0/8", 8, -1, "icmp")), []);
  });
});

describe("what a prefix list holds", () => {
  it("makes a rule needless where it was read", () => {
    const { broader } = overlapWith([ruleFrom("pl-office")], ruleFrom("10.0.0.0/8"), known);
    assert.equal(broader.length, 1);
  });

  it("is not known where it was not read", () => {
    const { broader, notKnown } = overlapWith(
      [ruleFrom("pl-other"), ruleFrom("pl-other", 22)],
      ruleFrom("10.0.0.0/8"),
      known,
    );
    assert.deepEqual(broader, []);
    assert.equal(notKnown.length, 1);
    assert.deepEqual(overlapWith([ruleFrom("pl-other")], ruleFrom("sg-2"), known).notKnown, []);
    assert.deepEqual(overlapWith([ruleFrom("pl-office")], ruleFrom("11.0.0.0/8"), known).notKnown, []);
    const unknown = { ...ruleFrom("sg-3"), source: { kind: "unknown" } } as const;
    assert.equal(overlapWith([unknown], ruleFrom("sg-2"), known).notKnown.length, 1);
  });
});
