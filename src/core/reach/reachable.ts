import type { Cache } from "../caches/cache";
import { cidrOf, contains } from "../rules/cidr";
import { includesSource, isOpen, type Rule, type RuleSource } from "../rules/rule";
import { letsIn, portsCovered } from "./openedCaches";

/** Why a cache lets a source in. */
export type ReachWay =
  /** A rule names it, or a block that it is in. */
  | { readonly by: "rule"; readonly rule: Rule }
  /** A rule names a part of its addresses. */
  | { readonly by: "part"; readonly rule: Rule }
  /** A rule lets everybody in that can route to the VPC. */
  | { readonly by: "open"; readonly rule: Rule }
  /** The cache is public: IAM decides. */
  | { readonly by: "public" };

export interface Reachable {
  readonly cache: Cache;
  readonly ports: readonly number[];
  readonly way: ReachWay;
}

/** The caches that let a source in, each by the closest rule of those it has. */
export function reachable(
  source: RuleSource,
  caches: readonly Cache[],
  rulesOf: (groupId: string) => readonly Rule[],
): readonly Reachable[] {
  return caches.flatMap((cache) => {
    const ways = cache.isPublic
      ? [{ by: "public" } as const]
      : (cache.securityGroups ?? [])
          .filter(({ status }) => status !== "removing")
          .flatMap(({ id }) => rulesOf(id))
          .filter((rule) => letsIn(cache, rule))
          .flatMap((rule) => wayBy(rule, source) ?? []);
    const [way] = [...ways].sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
    return way ? [{ cache, ports: way.by === "public" ? cache.ports : openPorts(cache, ways), way }] : [];
  });
}

const order: readonly ReachWay["by"][] = ["rule", "open", "part", "public"];

function wayBy(rule: Rule, source: RuleSource): ReachWay | undefined {
  if (isOpen(rule)) {
    return includesSource(rule.source, source) || !("cidr" in source) ? { by: "open", rule } : undefined;
  }
  if (includesSource(rule.source, source)) {
    return { by: "rule", rule };
  }
  return isPartOf(source, rule.source) ? { by: "part", rule } : undefined;
}

function isPartOf(whole: RuleSource, part: RuleSource): boolean {
  const [outer, inner] = [whole, part].map((each) => ("cidr" in each ? cidrOf(each.cidr) : undefined));
  return outer !== undefined && inner !== undefined && contains(outer, inner);
}

function openPorts(cache: Cache, ways: readonly ReachWay[]): readonly number[] {
  const ports = ways.flatMap((way) => ("rule" in way ? portsCovered(cache, way.rule) : []));
  return [...new Set(ports)].sort((a, b) => a - b);
}
