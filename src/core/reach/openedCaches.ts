import { type Cache, isSameCache } from "../caches/cache";
import { hasEffectOn } from "../rules/openness";
import { type KnownPrefixLists, noPrefixLists } from "../rules/prefixLists";
import { isStaleReference, type ReadContent, type Rule } from "../rules/rule";
import { coversTcpPort } from "../rules/traffic";

/** The ports of a cache that a rule takes in: of those that are known. */
export function portsCovered({ ports = [] }: Pick<Cache, "ports">, rule: ReadContent): readonly number[] {
  return ports.filter((port) => coversTcpPort(rule, port));
}

/** Whether a rule, in a group that the cache has, lets its source in to the cache. */
export function letsIn(cache: Cache, rule: ReadContent, known = noPrefixLists): boolean {
  return portsCovered(cache, rule).length > 0 && mayHaveEffect(cache, rule, known);
}

/** Whether a rule can let anybody in, ports aside. A prefix list whose family is not known may. */
export function mayHaveEffect(cache: Cache, rule: ReadContent, known: KnownPrefixLists): boolean {
  return (
    !cache.isPublic && hasEffectOn(cache.networkType, rule.source, known) !== "no" && !isStaleReference(rule)
  );
}

/** The caches that a group belongs to; one that is about to lose it is not counted. */
export function cachesOfGroup(caches: readonly Cache[], groupId: string): readonly Cache[] {
  return caches.filter((cache) =>
    (cache.securityGroups ?? []).some(({ id, status }) => id === groupId && status !== "removing"),
  );
}

/** Whether it is known which caches a group's rules open: the groups of each, and the ports of those that have it. */
export function isOpenedKnown(caches: readonly Cache[], groupId: string): boolean {
  const [having, known] = [cachesOfGroup(caches, groupId), caches.filter(isGroupsKnown)];
  return known.length === caches.length && having.every(({ ports }) => ports !== undefined);
}

function isGroupsKnown({ isPublic, securityGroups }: Cache): boolean {
  return isPublic || securityGroups !== undefined;
}

/** The caches that rules in a group open, the one that was asked for first. */
export function cachesOpenedBy(
  caches: readonly Cache[],
  groupId: string,
  rules: readonly ReadContent[],
  asked?: Pick<Cache, "kind" | "id">,
  known = noPrefixLists,
): readonly Cache[] {
  const opened = cachesOfGroup(caches, groupId).filter((cache) =>
    rules.some((rule) => letsIn(cache, rule, known)),
  );
  const isAsked = (cache: Cache) => asked !== undefined && isSameCache(cache, asked);
  return [...opened.filter(isAsked), ...opened.filter((cache) => !isAsked(cache))];
}

/** The rules of a cache's groups that let somebody in, and the others of the same groups. */
export interface RulesOnPorts {
  readonly covering: readonly Rule[];
  readonly others: readonly Rule[];
}

/** Parts rules by whether they cover the cache's ports; `undefined` as long as those are not known. */
export function rulesFor(cache: Cache, rules: readonly Rule[]): RulesOnPorts | undefined {
  return cache.ports === undefined
    ? undefined
    : {
        covering: rules.filter((rule) => portsCovered(cache, rule).length > 0),
        others: rules.filter((rule) => portsCovered(cache, rule).length === 0),
      };
}
