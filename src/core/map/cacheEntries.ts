import type { Cache } from "../caches/cache";
import { openToInternet } from "../caches/cacheFacts";
import { portsCovered } from "../reach/openedCaches";
import { areOpen } from "../rules/openness";
import { sourceKey } from "../rules/rule";
import { ruleText } from "../rules/ruleText";
import type { MapEntry } from "./entry";
import { grantEntries } from "./grantEntry";
import type { Otherwise } from "./mapData";
import { ruleEntry } from "./ruleEntry";
import type { TargetFacts } from "./targetFacts";

/** The sources that are not told by a rule or a grant alone. */
export const publicKey = "public";
export const openKey = "open";

/** What a cache lets in, by the keys of sources, and what holds for all other sources. */
export interface CacheReading {
  readonly bySource: ReadonlyMap<string, readonly MapEntry[]>;
  readonly otherwise: Otherwise;
}

/** Who is let in to a cache, in both generations. */
export function readCache(facts: TargetFacts, cache: Cache, now: string): CacheReading {
  const bySource = new Map<string, MapEntry[]>();
  const add = (key: string, entry: MapEntry) => bySource.set(key, [...(bySource.get(key) ?? []), entry]);
  if (cache.isPublic) {
    const entry = { by: "public", state: "public", word: "public", why: openToInternet } as const;
    add(publicKey, { ...entry, ports: cache.ports ?? [] });
    return { bySource, otherwise: "no" };
  }
  const unread = facts.isReading ? "checking" : "notKnown";
  let otherwise: Otherwise = cache.securityGroups === undefined ? unread : "no";
  for (const { id, status } of cache.securityGroups ?? []) {
    const rules = status === "removing" ? [] : facts.rulesOf(id);
    otherwise = rules === undefined ? unread : otherwise;
    for (const rule of rules ?? []) {
      const entry = ruleEntry(facts, cache, rule, status, now);
      if (entry) {
        const isOpen = areOpen([rule.source], facts.prefixLists) === "yes";
        add(isOpen ? openKey : `source ${sourceKey(rule.source)}`, entry);
      }
    }
  }
  addOpenness(facts, cache, unread, bySource);
  const classic = readGroupsOf(facts, cache, add, unread, now);
  return { bySource, otherwise: classic ?? otherwise };
}

/** Rules that are everybody together only, and what is not known of them. */
function addOpenness(
  facts: TargetFacts,
  cache: Cache,
  unread: "checking" | "notKnown",
  bySource: Map<string, MapEntry[]>,
): void {
  const { answer, rules } = facts.openness(cache);
  if (bySource.get(openKey)?.some(({ state }) => state === "open") || answer === "no") {
    return;
  }
  if (answer === "notKnown") {
    const word = unread === "checking" ? "checking…" : "not known";
    const entry = {
      by: "notRead",
      state: unread,
      word,
      why: "Whether it lets everybody in is not known",
    } as const;
    bySource.set(openKey, [...(bySource.get(openKey) ?? []), { ...entry, ports: [] }]);
    return;
  }
  const why = `Together everybody: ${rules.map((rule) => ruleText(rule, facts.namesOf(rule))).join("; ")}`;
  const entries = rules.map(
    (rule): MapEntry => ({
      by: "rule",
      rule,
      state: "open",
      word: "open",
      why,
      ports: portsCovered(cache, rule),
    }),
  );
  bySource.set(openKey, entries);
}

/** A cache outside of any VPC: its cache security groups decide. What holds for all others, where there are some. */
function readGroupsOf(
  facts: TargetFacts,
  { cacheSecurityGroups }: Cache,
  add: (key: string, entry: MapEntry) => void,
  unread: Otherwise,
  now: string,
): Otherwise | undefined {
  if (cacheSecurityGroups.length === 0) {
    return undefined;
  }
  const found = cacheSecurityGroups.map((name) => facts.groups?.find((group) => group.name === name));
  for (const group of found) {
    for (const [key, entries] of group ? grantEntries(facts, group, now) : []) {
      for (const entry of entries) {
        add(key, entry);
      }
    }
  }
  return found.includes(undefined) ? unread : "no";
}
