import assert from "node:assert/strict";
import type { Rule } from "../../../src/core/rules/rule";
import { DatedRules } from "../../../src/store/datedRules";
import { withKnownIds } from "../../../src/store/withKnownIds";

function rule(cidr: string, more: Partial<Rule> = {}): Rule {
  return {
    id: undefined,
    groupId: "sg-1",
    tags: {},
    source: { kind: "cidrIp", cidr },
    protocol: "tcp",
    fromPort: 6379,
    toPort: 6379,
    ...more,
  };
}

describe("rules that were told without ids", () => {
  const known = new DatedRules();
  known.add([rule("10.0.0.0/8", { id: "sgr-1", tags: { team: "a" }, description: "Before" })], 1);

  it("have those of the same ones that are known, and what they say now", () => {
    const [first, second] = withKnownIds(
      [rule("10.0.0.0/8", { description: "Now" }), rule("10.0.0.0/9")],
      known,
    );
    assert.deepEqual(first, rule("10.0.0.0/8", { id: "sgr-1", tags: { team: "a" }, description: "Now" }));
    assert.deepEqual(second, rule("10.0.0.0/9"));
  });

  it("have none of another group's, or where the source is of a kind that nobody knows", () => {
    const unknown = { source: { kind: "unknown" } } as const;
    known.add([rule("", { id: "sgr-2", ...unknown })], 1);
    const others = [rule("10.0.0.0/8", { groupId: "sg-2" }), rule("", unknown), rule("", unknown)];
    assert.deepEqual(withKnownIds(others, known), others);
  });
});
