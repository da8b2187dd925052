import type { Cache } from "../core/caches/cache";
import { asksNobody, networkWords, noAuth, notEvaluated, openInVpc } from "../core/caches/cacheFacts";
import { portsCovered } from "../core/reach/openedCaches";
import { hasEffectOn, isOpen, type Rule } from "../core/rules/rule";
import type { Target } from "../core/target";
import { isStaleRule } from "../store/ruleNames";
import type { State } from "../store/state";

/** What is worth saying about a rule, as seen from one cache. */
export interface RuleState {
  /** A word for the context value, and the words to show. */
  readonly words: readonly (readonly [
    word: "open" | "staleReference" | "noEffect" | "partial" | "unused",
    text: string,
  ])[];
  readonly remarks: readonly string[];
  /** How many network interfaces the source has, where that is known. */
  readonly interfaces?: string;
}

export function ruleState({ vpc }: State, target: Target, cache: Cache, rule: Rule): RuleState {
  const open = isOpen(rule);
  const covered = portsCovered(cache, rule);
  const interfaces = interfaceCount({ vpc }, target, rule);
  const words: RuleState["words"][number][] = [];
  if (open) {
    words.push(["open", asksNobody(cache) && covered.length > 0 ? `open, ${noAuth}` : "open"]);
  }
  if (isStaleRule(vpc, target, rule)) {
    words.push(["staleReference", "stale reference"]);
  }
  if (!hasEffectOn(cache.networkType, rule)) {
    words.push(["noEffect", `no effect: the cache is ${networkWords(cache)}`]);
  }
  if (covered.length > 0 && covered.length < cache.ports.length) {
    words.push(["partial", `port ${covered.join(", ")} only`]);
  }
  if (interfaces === 0) {
    words.push(["unused", "no network interface"]);
  }
  return {
    words,
    remarks: [...(open ? [openInVpc] : []), notEvaluated],
    ...(interfaces === undefined
      ? {}
      : { interfaces: `${vpc.facts(target).interfaces.complete ? "" : "at least "}${interfaces}` }),
  };
}

/** Of groups of this account only: the interfaces of others are not told. */
function interfaceCount({ vpc }: Pick<State, "vpc">, target: Target, { source }: Rule): number | undefined {
  const { sources, interfaces } = vpc.facts(target);
  return source.kind === "securityGroup" && sources.some(({ id }) => id === source.groupId)
    ? interfaces.counts.get(source.groupId)
    : undefined;
}
