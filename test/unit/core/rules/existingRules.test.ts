import assert from "node:assert/strict";
import { existingRules } from "../../../../src/core/rules/existingRules";
import { overlapWith } from "../../../../src/core/rules/overlap";
import type { Rule } from "../../../../src/core/rules/rule";
import { ruleFrom } from "../../../support/caches";

const texts = (rules: readonly Pick<Rule, "source">[]) =>
  rules.map(({ source }) => ("cidr" in source ? source.cidr : JSON.stringify(source)));

describe("rules that are wanted, beside those that are there", () => {
  it("are missing where none is equal, be there a broader one", () => {
    const there = [ruleFrom("10.0.0.0/8"), ruleFrom("192.0.2.0/24")];
    const wanted = [ruleFrom("10.1.0.0/16"), ruleFrom("192.0.2.0/24"), ruleFrom("198.51.100.0/24")];
    const { equal, broader, together, notKnown, missing } = existingRules(wanted, there);
    assert.deepEqual(texts(equal), ["192.0.2.0/24"]);
    assert.deepEqual(texts(broader), ["10.0.0.0/8"]);
    assert.deepEqual(texts(missing), ["10.1.0.0/16", "198.51.100.0/24"]);
    assert.deepEqual([together, notKnown], [[], []]);
  });

  it("have each rule that is there told once", () => {
    const wanted = [ruleFrom("10.1.0.0/16"), ruleFrom("10.2.0.0/16")];
    assert.equal(existingRules(wanted, [ruleFrom("10.0.0.0/8")]).broader.length, 1);
    const halves = [ruleFrom("10.0.0.0/9"), ruleFrom("10.128.0.0/9")];
    const both = [ruleFrom("10.0.0.0/8"), ruleFrom("10.0.0.0/8")];
    assert.deepEqual(texts(existingRules(both, halves).together), ["10.0.0.0/9", "10.128.0.0/9"]);
    assert.equal(existingRules(wanted, [ruleFrom("pl-other")]).notKnown.length, 1);
  });

  it("are compared with nothing where nothing is there", () => {
    const wanted = [ruleFrom("10.1.0.0/16")];
    const nothing = { equal: [], broader: [], together: [], notKnown: [] };
    assert.deepEqual(existingRules(wanted, []), { ...nothing, missing: wanted });
    assert.deepEqual(existingRules([], [ruleFrom("10.0.0.0/8")]), { ...nothing, missing: [] });
  });
});

describe("an equal rule", () => {
  it("is beside broader ones, and is none of them", () => {
    const there = [ruleFrom("10.0.0.0/8"), ruleFrom("10.1.0.0/16")];
    const { equal, broader } = overlapWith(there, ruleFrom("10.1.0.0/16"));
    assert.equal(equal, there[1]);
    assert.deepEqual(broader, [there[0]]);
  });

  it("is none of a broader one's, and says nothing of lists that a broader one makes needless", () => {
    const { broader, notKnown, together } = overlapWith(
      [ruleFrom("10.0.0.0/8"), ruleFrom("pl-other"), ruleFrom("10.1.0.0/17"), ruleFrom("10.1.128.0/17")],
      ruleFrom("10.1.0.0/16"),
    );
    assert.deepEqual([broader.length, notKnown, together], [1, [], []]);
  });
});

describe("rules that only together let all of it in", () => {
  it("are told without those that have no part in it", () => {
    const there = [ruleFrom("10.0.0.0/9"), ruleFrom("10.0.0.0/10"), ruleFrom("10.128.0.0/9")];
    const { together } = overlapWith(there, ruleFrom("10.0.0.0/8"));
    assert.deepEqual(texts(together), ["10.0.0.0/9", "10.128.0.0/9"]);
  });

  it("are told by pieces of the ports, each by one rule alone where one is enough", () => {
    const there = [
      ruleFrom("10.0.0.0/9", 6379),
      ruleFrom("10.128.0.0/9", 6379),
      ruleFrom("10.0.0.0/8", 6380),
    ];
    const { together } = overlapWith(there, ruleFrom("10.0.0.0/8", 6379, 6380));
    assert.deepEqual(texts(together), ["10.0.0.0/9", "10.128.0.0/9", "10.0.0.0/8"]);
    assert.deepEqual(overlapWith(there, ruleFrom("10.0.0.0/8", 6379, 6381)).together, []);
    assert.deepEqual(overlapWith(there, ruleFrom("10.0.0.0/8", 6378, 6380)).together, []);
  });

  it("are not rules for all protocols beside one for a single port", () => {
    const there = [ruleFrom("10.0.0.0/9", -1, -1, "-1"), ruleFrom("10.128.0.0/9", 0, 65_535)];
    assert.equal(overlapWith(there, ruleFrom("10.0.0.0/8", 0, 65_535)).together.length, 2);
    assert.deepEqual(overlapWith(there, ruleFrom("10.0.0.0/8", -1, -1, "-1")).together, []);
  });
});
