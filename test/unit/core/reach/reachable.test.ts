import assert from "node:assert/strict";
import type { Cache } from "../../../../src/core/caches/cache";
import { reachable } from "../../../../src/core/reach/reachable";
import type { KnownPrefixLists } from "../../../../src/core/rules/prefixLists";
import type { Rule } from "../../../../src/core/rules/rule";
import { blocksOf, cacheOf, ruleFrom, sourceOf } from "../../../support/caches";

const known: KnownPrefixLists = {
  lists: [],
  entries: new Map([
    ["pl-office", blocksOf("10.1.0.0/16", "192.0.2.0/24")],
    ["pl-all", blocksOf("0.0.0.0/0")],
  ]),
};

/** `open 6379`, `not known: members`, or nothing. */
function reach(source: string, rules: readonly Rule[] | undefined, more: Partial<Cache> = {}): string {
  const found = reachable(sourceOf(source), [cacheOf("c", more)], () => rules, known);
  return [
    ...found.reachable.map(({ way, ports }) => `${way.by} ${ports.join()}`),
    ...found.notKnown.map(({ gaps }) => `not known: ${gaps.join()}`),
  ].join("; ");
}

describe("what a source can reach", () => {
  for (const [source, rules, answer] of [
    ["10.1.2.3/32", ["10.0.0.0/8"], "rule 6379"],
    ["10.1.2.3/32", ["0.0.0.0/0"], "open 6379"],
    ["10.1.2.3/32", ["0.0.0.0/0", "10.0.0.0/8"], "rule 6379"],
    ["10.1.2.3/32", ["0.0.0.0/1", "128.0.0.0/1"], "rule 6379"],
    ["10.0.0.0/8", ["10.0.0.0/9", "10.128.0.0/9"], "together 6379"],
    ["0.0.0.0/0", ["0.0.0.0/1", "128.0.0.0/1"], "open 6379"],
    ["10.0.0.0/8", ["10.1.0.0/16"], "part 6379"],
    ["10.1.2.3/32", ["192.0.2.0/24"], ""],
    ["10.1.2.3/32", [], ""],
    // What a prefix list holds.
    ["10.1.2.3/32", ["pl-office"], "rule 6379"],
    ["10.2.2.3/32", ["pl-office"], ""],
    ["10.0.0.0/8", ["pl-office"], "part 6379"],
    ["10.1.2.3/32", ["pl-all"], "open 6379"],
    ["10.1.2.3/32", ["pl-other"], "not known: prefixLists"],
    ["10.1.2.3/32", ["pl-other", "10.0.0.0/8"], "rule 6379"],
    ["pl-office", ["pl-office"], "rule 6379"],
    ["pl-other", ["pl-other"], "rule 6379"],
    ["pl-office", ["10.0.0.0/8"], "part 6379"],
    ["pl-office", ["10.0.0.0/8", "192.0.0.0/16"], "together 6379"],
    ["pl-other", ["10.0.0.0/8"], "not known: prefixLists"],
    ["pl-other", ["0.0.0.0/0"], "open 6379"],
    // Which addresses the machines of a group have is not looked at, nor whose machines have an address.
    ["sg-2", ["sg-2"], "rule 6379"],
    ["sg-2", ["10.0.0.0/8"], "not known: addresses"],
    ["sg-2", ["10.0.0.0/8", "sg-2"], "rule 6379"],
    ["sg-2", ["0.0.0.0/1", "128.0.0.0/1"], "open 6379"],
    ["sg-2", ["sg-3"], ""],
    ["sg-2", ["pl-other"], "not known: prefixLists"],
    ["sg-2", ["pl-office"], "not known: addresses"],
    ["10.1.2.3/32", ["sg-3"], "not known: members"],
    ["10.0.0.0/8", ["sg-3", "10.1.0.0/16"], "part 6379; not known: members"],
    ["pl-office", ["sg-3"], "not known: members"],
  ] as const) {
    it(`is said to be "${answer}" for ${source} with ${rules.join(" and ") || "no rule"}`, () => {
      assert.equal(
        reach(
          source,
          rules.map((text) => ruleFrom(text)),
        ),
        answer,
      );
    });
  }

  it("is nothing by a rule without effect on the cache", () => {
    const stale = { kind: "securityGroup", groupId: "sg-2", peeringStatus: "deleted" } as const;
    assert.equal(reach("sg-2", [{ ...ruleFrom("sg-2"), source: stale }]), "");
    const six = [ruleFrom("2001:db8::/32")];
    assert.equal(reach("2001:db8::1/128", six), "");
    assert.equal(reach("2001:db8::1/128", six, { networkType: "ipv6" }), "rule 6379");
    assert.equal(reach("sg-2", [ruleFrom("sg-2", 6379, 6379, "udp")]), "");
  });

  it("is told port by port", () => {
    const ports = [6379, 6380];
    assert.equal(reach("10.1.2.3/32", [ruleFrom("10.0.0.0/8", 6380)], { ports }), "rule 6380");
    assert.equal(
      reach("10.0.0.0/8", [ruleFrom("10.0.0.0/9", 6379), ruleFrom("10.128.0.0/9", 6380)], { ports }),
      "part 6379,6380",
    );
    assert.equal(
      reach("sg-2", [ruleFrom("sg-2", 6379), ruleFrom("10.0.0.0/8", 6380)], { ports }),
      "rule 6379; not known: addresses",
    );
  });

  it("is not known where rules, groups or ports are not", () => {
    assert.equal(reach("sg-2", undefined), "not known: rules");
    assert.equal(reach("sg-2", [], { securityGroups: undefined }), "not known: rules");
    assert.equal(reach("sg-2", [ruleFrom("sg-2")], { ports: undefined }), "not known: ports");
    assert.equal(reach("sg-2", [], { ports: undefined }), "");
    const halfRead = (source: string, rule: string, more: Partial<Cache> = {}) => {
      const securityGroups = ["sg-1", "sg-9"].map((id) => ({ id, status: "active" }));
      const rulesOf = (id: string) => (id === "sg-1" ? [ruleFrom(rule)] : undefined);
      const found = reachable(sourceOf(source), [cacheOf("c", { securityGroups, ...more })], rulesOf, known);
      return [...found.reachable.map(({ way }) => way.by), ...found.notKnown.flatMap(({ gaps }) => gaps)];
    };
    assert.deepEqual(halfRead("sg-2", "sg-2"), ["rule"]);
    assert.deepEqual(halfRead("10.0.0.0/8", "10.1.0.0/16"), ["part", "rules"]);
    assert.deepEqual(halfRead("sg-2", "sg-3"), ["rules"]);
    assert.deepEqual(halfRead("sg-2", "sg-2", { ports: [6379, 6380] }), ["rule", "rules"]);
    const unknown = { ...ruleFrom("sg-3"), source: { kind: "unknown" } } as const;
    assert.equal(reach("sg-2", [unknown]), "not known: sources");
    assert.equal(reach("sg-2", [unknown, ruleFrom("sg-2")]), "rule 6379");
    assert.equal(reach("sg-2", undefined, { isPublic: true }), "public 6379");
  });
});
