import assert from "node:assert/strict";
import type { Cache } from "../../../../src/core/caches/cache";
import { cacheOpenness } from "../../../../src/core/reach/cacheOpenness";
import { type KnownPrefixLists, noPrefixLists } from "../../../../src/core/rules/prefixLists";
import type { Rule } from "../../../../src/core/rules/rule";
import { blocksOf, cacheOf, ruleFrom } from "../../../support/caches";

const lists: KnownPrefixLists = {
  lists: [{ id: "pl-six", name: "six", ownerId: "AWS", family: "IPv6" }],
  entries: new Map([["pl-all", blocksOf("0.0.0.0/0")]]),
};

/** What is said of a cache, and by which sources. */
function said(rules: readonly Rule[] | undefined, more: Partial<Cache> = {}, known = lists) {
  const { answer, rules: because } = cacheOpenness(
    cacheOf("c", more),
    (id) =>
      id === "sg-1"
        ? rules
        : id === "sg-2"
          ? [ruleFrom("128.0.0.0/1", 6379, 6379, "tcp", "sg-2")]
          : undefined,
    known,
  );
  return [answer, ...because.map(({ source }) => ("cidr" in source ? source.cidr : source.kind))].join(" ");
}

const both = [
  { id: "sg-1", status: "active" },
  { id: "sg-2", status: "active" },
];

describe("the openness of a cache", () => {
  it("is of all rules on one port together", () => {
    const halves = [ruleFrom("0.0.0.0/1"), ruleFrom("128.0.0.0/1")];
    assert.equal(said(halves), "yes 0.0.0.0/1 128.0.0.0/1");
    assert.equal(said([...halves, ruleFrom("10.0.0.0/8")]), "yes 0.0.0.0/1 128.0.0.0/1");
    assert.equal(said([...halves, ruleFrom("0.0.0.0/0")]), "yes 0.0.0.0/0");
    assert.equal(said([ruleFrom("0.0.0.0/1"), ruleFrom("128.0.0.0/1", 6380)]), "no");
    assert.equal(
      said([ruleFrom("0.0.0.0/1"), ruleFrom("128.0.0.0/1", 6380)], { ports: [6379, 6380] }),
      "no",
      "each port has a half",
    );
    assert.equal(said([ruleFrom("::/1"), ruleFrom("8000::/1")], { networkType: "dual_stack" }), "yes ::/1");
  });

  it("is of the rules of all groups together", () => {
    assert.equal(said([ruleFrom("0.0.0.0/1")], { securityGroups: both }), "yes 0.0.0.0/1 128.0.0.0/1");
    assert.equal(
      said([ruleFrom("0.0.0.0/1")], {
        securityGroups: [
          { id: "sg-1", status: "active" },
          { id: "sg-2", status: "removing" },
        ],
      }),
      "no",
    );
  });

  it("is never said of a rule that has no effect", () => {
    assert.equal(said([ruleFrom("::/0")]), "no");
    assert.equal(said([ruleFrom("::/0")], { networkType: "dual_stack" }), "yes ::/0");
    assert.equal(said([ruleFrom("0.0.0.0/0")], { networkType: "ipv6" }), "no");
    assert.equal(said([ruleFrom("0.0.0.0/0", 22)]), "no");
    assert.equal(said([ruleFrom("0.0.0.0/0", 0, 65_535, "udp")]), "no");
    assert.equal(said([ruleFrom("0.0.0.0/0")], { isPublic: true }), "no");
    assert.equal(said([ruleFrom("pl-six")]), "no");
  });

  it("is what prefix lists hold, and not known where they were not read", () => {
    assert.equal(said([ruleFrom("pl-all")]), "yes prefixList");
    assert.equal(said([ruleFrom("pl-all")], {}, noPrefixLists), "notKnown");
    assert.equal(said([ruleFrom("pl-other"), ruleFrom("0.0.0.0/0")]), "yes 0.0.0.0/0");
    assert.equal(said([ruleFrom("pl-six")], { networkType: "dual_stack" }), "notKnown");
    assert.equal(said([ruleFrom("pl-other", 22)]), "no");
  });

  it("is not known where rules, groups or ports are not", () => {
    assert.equal(said(undefined), "notKnown");
    assert.equal(said(undefined, { securityGroups: undefined }), "notKnown");
    assert.equal(
      said([ruleFrom("0.0.0.0/0")], { securityGroups: [...both, { id: "sg-3", status: "adding" }] }),
      "yes 0.0.0.0/0",
    );
    assert.equal(said([ruleFrom("0.0.0.0/0")], { ports: undefined }), "notKnown");
    assert.equal(said([ruleFrom("0.0.0.0/0", 0, 0, "-1")], { ports: undefined }), "notKnown");
    assert.equal(said([ruleFrom("10.0.0.0/8")], { ports: undefined }), "no");
    assert.equal(said([], { ports: undefined }), "no");
  });

  it("is not known where a rule's source is of a kind not known here, unless another rule is open", () => {
    const unknown = { ...ruleFrom("10.0.0.0/8"), source: { kind: "unknown" } } as const;
    assert.equal(said([unknown]), "notKnown");
    assert.equal(said([unknown, ruleFrom("0.0.0.0/0")]), "yes 0.0.0.0/0");
    assert.equal(said([{ ...unknown, fromPort: 22, toPort: 22 }]), "no");
  });

  it("names the lists that would tell", () => {
    const { prefixListIds } = cacheOpenness(
      cacheOf("c"),
      () => [ruleFrom("pl-a"), ruleFrom("pl-six")],
      lists,
    );
    assert.deepEqual(prefixListIds, ["pl-a"]);
  });
});
