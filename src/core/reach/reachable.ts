import type { Cache } from "../caches/cache";
import type { KnownPrefixLists } from "../rules/prefixLists";
import { noPrefixLists } from "../rules/prefixLists";
import type { Rule, RuleSource } from "../rules/rule";
import { letsIn, portsCovered } from "./openedCaches";
import { type ReachGap, type RuleWay, wayThrough } from "./wayThrough";

/** Why a cache lets a source in. */
export type ReachWay =
  | RuleWay
  /** The cache is public: IAM decides. */
  | { readonly by: "public" };

export interface Reachable {
  readonly cache: Cache;
  readonly ports: readonly number[];
  readonly way: ReachWay;
}

/** A cache of which it is not known whether it lets a source in. */
export interface NotKnownReach {
  readonly cache: Cache;
  readonly gaps: readonly ReachGap[];
}

export interface Reach {
  readonly reachable: readonly Reachable[];
  readonly notKnown: readonly NotKnownReach[];
}

/**
 * The caches that let a source in, each by the closest rule of those it has; and those that may, by what was not
 * read or is not looked at.
 *
 * @param rulesOf the rules of a group; `undefined` where they could not be read
 */
export function reachable(
  source: RuleSource,
  caches: readonly Cache[],
  rulesOf: (groupId: string) => readonly Rule[] | undefined,
  known: KnownPrefixLists = noPrefixLists,
): Reach {
  const found: Reachable[] = [];
  const notKnown: NotKnownReach[] = [];
  for (const cache of caches) {
    const { way, ports, gaps } = reachOf(source, cache, rulesOf, known);
    if (way) {
      found.push({ cache, ports, way });
    }
    if (gaps.length > 0) {
      notKnown.push({ cache, gaps });
    }
  }
  return { reachable: found, notKnown };
}

function reachOf(
  source: RuleSource,
  cache: Cache,
  rulesOf: (groupId: string) => readonly Rule[] | undefined,
  known: KnownPrefixLists,
) {
  if (cache.isPublic) {
    return { way: { by: "public" } as const, ports: cache.ports ?? [], gaps: [] };
  }
  const groups = cache.securityGroups?.filter(({ status }) => status !== "removing");
  const lists = groups?.map(({ id }) => rulesOf(id));
  const rules = (lists ?? []).flatMap((some) => some ?? []).filter((rule) => letsIn(cache, rule, known));
  const byPort = (cache.ports ?? []).map((port) => ({
    port,
    ...wayThrough(
      rules.filter((rule) => portsCovered({ ports: [port] }, rule).length > 0),
      source,
      known,
    ),
  }));
  const ways = byPort.flatMap(({ way }) => way ?? []);
  const gaps = new Set<ReachGap>(byPort.flatMap((each) => each.gaps));
  const isSettled = byPort.length > 0 && byPort.every(({ way }) => way && way.by !== "part");
  if (!isSettled && (lists === undefined || lists.includes(undefined))) {
    gaps.add("rules");
  }
  if (cache.ports === undefined && (lists ?? []).some((some) => (some ?? []).length > 0)) {
    gaps.add("ports");
  }
  return {
    way: ways.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by))[0],
    ports: byPort.flatMap(({ port, way }) => (way ? [port] : [])),
    gaps: [...gaps],
  };
}

const order: readonly RuleWay["by"][] = ["rule", "together", "open", "part"];
