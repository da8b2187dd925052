import { asksNobody, noAuth } from "../core/caches/authentication";
import type { Cache } from "../core/caches/cache";
import { networkWords, notEvaluated, openInVpc } from "../core/caches/cacheFacts";
import { portsCovered } from "../core/reach/openedCaches";
import { areOpen, hasEffectOn, widthWords } from "../core/rules/openness";
import { blocksOf } from "../core/rules/prefixLists";
import { type Rule, ruleName } from "../core/rules/rule";
import type { Target } from "../core/target";
import { isStaleRule } from "../store/ruleNames";
import type { VpcStore } from "../store/vpcStore";

/** What is worth saying about a rule, as seen from one cache. */
export interface RuleState {
  /** A word for the context value, and the words to show. */
  readonly words: readonly (readonly [
    word: "open" | "wide" | "notKnown" | "staleReference" | "noEffect" | "partial" | "unused",
    text: string,
  ])[];
  readonly remarks: readonly string[];
  /** How many network interfaces the source has, where that is known. */
  readonly interfaces?: string;
}

export function ruleState(vpc: VpcStore, target: Target, cache: Cache, rule: Rule): RuleState {
  const known = vpc.facts(target).prefixLists;
  const open = vpc
    .openness(target, cache)
    .rules.some((each) => each.groupId === rule.groupId && ruleName(each) === ruleName(rule));
  const effect = hasEffectOn(cache.networkType, rule.source, known);
  const covered = portsCovered(cache, rule);
  const interfaces = interfaceCount(vpc, target, rule);
  const words: RuleState["words"][number][] = [];
  if (open) {
    const alone = areOpen([rule.source], known) === "yes";
    words.push([
      "open",
      [alone ? "open" : "open with others", asksNobody(cache.authentication) === "yes" && noAuth]
        .filter(Boolean)
        .join(", "),
    ]);
  }
  const width = open || effect === "no" ? undefined : widthWords(rule.source, known);
  if (width !== undefined) {
    words.push(["wide", "wide: a whole private range"]);
  }
  const isOnPort = covered.length > 0 || cache.ports === undefined;
  if (effect !== "no" && isOnPort && blocksOf(rule.source, known) === undefined) {
    const what = rule.source.kind === "unknown" ? "whom it lets in" : "what it holds";
    words.push(["notKnown", `not known: ${what}`]);
  }
  if (isStaleRule(vpc, target, rule)) {
    words.push(["staleReference", "stale reference"]);
  }
  if (effect === "no") {
    words.push(["noEffect", `no effect: the cache is ${networkWords(cache)}`]);
  }
  if (covered.length > 0 && covered.length < (cache.ports ?? []).length) {
    words.push(["partial", `port ${covered.join(", ")} only`]);
  }
  if (interfaces === 0 && vpc.facts(target).interfaces.complete) {
    words.push(["unused", "nobody uses it"]);
  }
  return {
    words,
    remarks: [...(open ? [openInVpc] : []), ...(width === undefined ? [] : [width]), notEvaluated],
    ...(interfaces === undefined
      ? {}
      : { interfaces: `${vpc.facts(target).interfaces.complete ? "" : "at least "}${interfaces}` }),
  };
}

/** Of groups of this account only: the interfaces of others are not told. */
function interfaceCount(vpc: VpcStore, target: Target, { source }: Rule): number | undefined {
  const { sources, interfaces } = vpc.facts(target);
  return source.kind === "securityGroup" && sources.has(source.groupId)
    ? interfaces.counts.get(source.groupId)
    : undefined;
}
