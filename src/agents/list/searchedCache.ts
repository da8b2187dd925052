import { type Cache, kindWords } from "../../core/caches/cache";
import type { Searched } from "../../core/find/query";
import { cidrOf } from "../../core/rules/cidr";
import { sourceText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import type { State } from "../../store/state";

/** What a cache is found by: its names, those of its groups, and whom they let in. */
export function searchedCache(target: Target, cache: Cache, access: string, { vpc }: State): Searched {
  const ids = (cache.securityGroups ?? []).map(({ id }) => id);
  const rules = ids.flatMap((id) => vpc.rules(target, id) ?? []);
  return {
    shown: [cache.id, kindWords(cache.kind), cache.engine, access].join(" "),
    terms: [
      cache.arn ?? "",
      ...cache.endpoints.map(({ address }) => address),
      ...ids,
      ...ids.map((id) => vpc.group(target, id)?.name ?? ""),
      ...cache.members,
      ...cache.cacheSecurityGroups,
      ...rules.flatMap((rule) => [
        sourceText(rule.source, sourceNames(vpc, target, rule)),
        rule.id ?? "",
        rule.description ?? "",
      ]),
    ],
    hosts: [cache.id, ...cache.members].map((name) => name.toLowerCase()),
    blocks: rules.flatMap(({ source }) => ("cidr" in source ? (cidrOf(source.cidr) ?? []) : [])),
    above: `${target.profile} ${target.region}`,
  };
}
