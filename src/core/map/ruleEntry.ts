import { asksNobody, noAuth } from "../caches/authentication";
import type { Cache } from "../caches/cache";
import { portsCovered } from "../reach/openedCaches";
import { areOpen, hasEffectOn } from "../rules/openness";
import type { Rule } from "../rules/rule";
import { ruleText } from "../rules/ruleText";
import type { MapEntry } from "./entry";
import { expiryOf, expiryWord, untilWords } from "./expiry";
import type { TargetFacts } from "./targetFacts";

/** `undefined` where the rule lets nobody in to this cache: on another port, or of another family. */
export function ruleEntry(
  facts: TargetFacts,
  cache: Cache,
  rule: Rule,
  membership: string,
  now: string,
): MapEntry | undefined {
  const ports = portsCovered(cache, rule);
  const mayBeOnPort = cache.ports === undefined && (rule.protocol === "tcp" || rule.protocol === "-1");
  const effect = hasEffectOn(cache.networkType, rule.source, facts.prefixLists);
  if ((ports.length === 0 && !mayBeOnPort) || effect === "no") {
    return undefined;
  }
  const group = facts.vpcGroup(rule.groupId)?.name ?? rule.groupId;
  const why = `${group} allows ${ruleText(rule, facts.namesOf(rule))}`;
  const entry = { by: "rule", rule, ports } as const;
  const expiry = expiryOf(facts.endOfRule(rule));
  if (facts.isStaleRule(rule)) {
    return { ...entry, state: "stale", word: "stale", why: `${why}, and the group that it names is gone` };
  }
  if (mayBeOnPort || effect === "notKnown" || rule.source.kind === "unknown") {
    const what = mayBeOnPort ? "the cache has no port yet" : "whom it lets in is not known";
    return { ...entry, state: "notKnown", word: "not known", why: `${why}: ${what}` };
  }
  if (membership !== "active") {
    return { ...entry, state: "changing", word: membership, why: `${why}, once ${group} is active` };
  }
  if (areOpen([rule.source], facts.prefixLists) === "yes") {
    const unguarded = asksNobody(cache.authentication) === "yes" ? `, ${noAuth}` : "";
    return { ...entry, state: "open", word: "open", why: `${why}${unguarded}` };
  }
  return expiry === undefined
    ? { ...entry, state: "reaches", word: ports.join(", "), why }
    : { ...entry, state: "expiring", word: expiryWord(expiry, now), why: `${why}, ${untilWords(expiry)}` };
}
