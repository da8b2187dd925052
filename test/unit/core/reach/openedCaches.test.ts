import assert from "node:assert/strict";
import type { Cache } from "../../../../src/core/caches/cache";
import { cachesOpenedBy, isOpenedKnown, letsIn, rulesFor } from "../../../../src/core/reach/openedCaches";
import type { Rule, RuleSource } from "../../../../src/core/rules/rule";
import { trafficOf } from "../../../../src/core/rules/traffic";

function cache(id: string, more: Partial<Cache> = {}): Cache {
  return {
    kind: "cluster",
    id,
    engine: "redis",
    engineVersion: "7.1.0",
    status: "available",
    endpoints: [],
    ports: [6379],
    securityGroups: [{ id: "sg-1", status: "active" }],
    networkType: "ipv4",
    encryptionInTransit: "none",
    authentication: { kind: "none" },
    isPublic: false,
    clusterMode: "no",
    members: [],
    cacheSecurityGroups: [],
    ...more,
  };
}

function rule(source: RuleSource, from = 6379, to = from): Rule {
  return { id: "sgr-1", groupId: "sg-1", tags: {}, source, ...trafficOf("tcp", from, to) };
}

const office: RuleSource = { kind: "cidrIp", cidr: "192.0.2.0/24" };

describe("what a rule opens", () => {
  it("is every cache with its group, the one that was asked for first", () => {
    const caches = [
      cache("a"),
      cache("b"),
      cache("other group", { securityGroups: [{ id: "sg-2", status: "active" }] }),
      cache("other port", { ports: [11_211] }),
      cache("leaving", { securityGroups: [{ id: "sg-1", status: "removing" }] }),
      cache("unknown", { securityGroups: undefined }),
    ];
    const opened = cachesOpenedBy(caches, "sg-1", [rule(office)], { kind: "cluster", id: "b" });
    assert.deepEqual(
      opened.map(({ id }) => id),
      ["b", "a"],
    );
  });

  it("is nothing on the other family, through a stale reference, or where security groups do not decide", () => {
    assert.ok(!letsIn(cache("a"), rule({ kind: "cidrIpv6", cidr: "::/0" })));
    assert.ok(
      !letsIn(cache("a"), rule({ kind: "securityGroup", groupId: "sg-9", peeringStatus: "deleted" })),
    );
    assert.ok(!letsIn(cache("a", { isPublic: true }), rule(office)));
    assert.ok(letsIn(cache("a", { networkType: "dual_stack" }), rule({ kind: "cidrIpv6", cidr: "::/0" })));
  });

  it("covers a cache of two ports with a rule for one of them", () => {
    const serverless = cache("s", { kind: "serverless", ports: [6379, 6380] });
    const parted = rulesFor(serverless, [rule(office), rule(office, 443)]);
    assert.equal(parted?.covering.length, 1);
    assert.equal(parted?.others.length, 1);
  });

  it("is not known to be covered by any rule, or by none, before it has a port", () => {
    assert.equal(rulesFor(cache("a", { ports: undefined }), [rule(office)]), undefined);
  });

  it("is known of a group where the groups of all caches are, and the ports of those that have it", () => {
    const elsewhere = { securityGroups: [{ id: "sg-2", status: "active" }], ports: undefined };
    assert.equal(isOpenedKnown([cache("a"), cache("b", elsewhere)], "sg-1"), true);
    assert.equal(isOpenedKnown([cache("a"), cache("b", elsewhere)], "sg-2"), false);
    assert.equal(isOpenedKnown([cache("a"), cache("b", { securityGroups: undefined })], "sg-1"), false);
    const isPublic = cache("b", { securityGroups: [], isPublic: true });
    assert.equal(isOpenedKnown([cache("a"), isPublic], "sg-1"), true);
  });
});
