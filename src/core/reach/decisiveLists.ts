import type { Cache } from "../caches/cache";
import type { Rule } from "../rules/rule";
import { cachesOfGroup, portsCovered } from "./openedCaches";

/** The prefix lists that decide who reaches a cache: those that a rule names on a port of a cache with its group. */
export function decisiveLists(caches: readonly Cache[], rules: readonly Rule[]): readonly string[] {
  const ids = rules.flatMap((rule) => {
    const { source, groupId } = rule;
    const decides = (cache: Cache) => cache.ports === undefined || portsCovered(cache, rule).length > 0;
    return source.kind === "prefixList" && cachesOfGroup(caches, groupId).some(decides)
      ? [source.prefixListId]
      : [];
  });
  return [...new Set(ids)];
}
