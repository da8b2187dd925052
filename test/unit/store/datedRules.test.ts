import assert from "node:assert/strict";
import type { Rule } from "../../../src/core/rules/rule";
import { trafficOf } from "../../../src/core/rules/traffic";
import { DatedRules } from "../../../src/store/datedRules";

function rule(id: string, description = ""): Rule {
  return {
    id,
    groupId: "sg-1",
    description,
    tags: {},
    source: { kind: "cidrIp", cidr: "10.0.0.0/8" },
    ...trafficOf("tcp", 6379, 6379),
  };
}

describe("rules whose answers come out of order", () => {
  let rules: DatedRules;
  beforeEach(() => {
    rules = new DatedRules();
    rules.replace([rule("a"), rule("b")], 1);
  });
  const ids = () => rules.all().map(({ id }) => id);

  it("keep what was made after a list was asked for", () => {
    // Asked at 2, answered after the rule was made at 3.
    rules.add([rule("c")], 3);
    rules.replace([rule("a"), rule("b")], 2);
    assert.deepEqual(ids().sort(), ["a", "b", "c"]);
  });

  it("do not bring back what was revoked after a list was asked for", () => {
    rules.remove("sg-1", "a", 3);
    rules.replace([rule("a"), rule("b")], 2);
    assert.deepEqual(ids(), ["b"]);
    // Somebody has made it again: a list asked for later says so.
    rules.replace([rule("a"), rule("b")], 4);
    assert.deepEqual(ids().sort(), ["a", "b"]);
  });

  it("go when a list asked for later does not name them", () => {
    rules.add([rule("c")], 3);
    rules.replace([rule("b")], 4);
    assert.deepEqual(ids(), ["b"]);
  });

  it("are not overwritten by an older look", () => {
    rules.add([rule("a", "new")], 5);
    rules.add([rule("a", "old")], 4);
    assert.equal(rules.find("sg-1", "a")?.description, "new");
  });
});
