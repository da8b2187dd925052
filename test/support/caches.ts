import assert from "node:assert/strict";
import type { Cache } from "../../src/core/caches/cache";
import { type Cidr, cidrOf } from "../../src/core/rules/cidr";
import type { Rule, RuleContent, RuleSource } from "../../src/core/rules/rule";
import { trafficOf } from "../../src/core/rules/traffic";

/** A cache with one group, sg-1, and what is said of it besides. */
export function cacheOf(id: string, more: Partial<Cache> = {}): Cache {
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

/** The source that a text names: a block, a group, a prefix list. */
export function sourceOf(text: string): RuleSource {
  return text.startsWith("pl-")
    ? { kind: "prefixList", prefixListId: text }
    : text.startsWith("sg-")
      ? { kind: "securityGroup", groupId: text }
      : text.includes(":")
        ? { kind: "cidrIpv6", cidr: text }
        : { kind: "cidrIp", cidr: text };
}

/** A rule that is named by its source: `10.0.0.0/8` on TCP 6379, or what is said instead. */
export function ruleFrom(
  text: string,
  from = 6379,
  to = from,
  protocol = "tcp",
  groupId = "sg-1",
): Rule & RuleContent {
  return {
    id: `sgr ${groupId} ${text} ${protocol} ${from}-${to}`,
    groupId,
    tags: {},
    source: sourceOf(text),
    ...trafficOf(protocol, from, to),
  };
}

/** Blocks as a prefix list holds them. */
export function blocksOf(...texts: readonly string[]): readonly Cidr[] {
  return texts.map((text) => cidrOf(text) ?? assert.fail(text));
}
