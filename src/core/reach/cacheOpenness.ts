import type { Cache } from "../caches/cache";
import { covers, rangeOf, unionOf } from "../rules/addressSet";
import { areOpen } from "../rules/openness";
import { blocksOf, type KnownPrefixLists } from "../rules/prefixLists";
import type { Rule } from "../rules/rule";
import { coversTcpPort } from "../rules/traffic";
import { anyOf, type ThreeValued } from "../threeValued";
import { mayHaveEffect } from "./openedCaches";

/** Whether a cache lets everybody in that can route to its VPC. */
export interface CacheOpenness {
  readonly answer: ThreeValued;
  /** Where it does: the rules that do so, alone or together. */
  readonly rules: readonly Rule[];
  /** Where it is not known: the prefix lists that would tell. */
  readonly prefixListIds: readonly string[];
}

/**
 * The openness of a cache by the rules of all its groups together, port by port.
 *
 * @param rulesOf the rules of a group; `undefined` where they could not be read
 */
export function cacheOpenness(
  cache: Cache,
  rulesOf: (groupId: string) => readonly Rule[] | undefined,
  known: KnownPrefixLists,
): CacheOpenness {
  const groups = cache.isPublic ? [] : cache.securityGroups?.filter(({ status }) => status !== "removing");
  const lists = groups?.map(({ id }) => rulesOf(id));
  const rules = (lists ?? [])
    .flatMap((some) => some ?? [])
    .filter((rule) => mayHaveEffect(cache, rule, known));
  const ports = portAnswers(cache, rules, known);
  const open = ports.filter(({ answer }) => answer === "yes");
  const answer = anyOf([
    ...ports.map((port) => port.answer),
    ...(lists === undefined || lists.includes(undefined) ? (["notKnown"] as const) : []),
  ]);
  return {
    answer,
    rules: [...new Set(open.flatMap((port) => letEverybodyIn(port.rules, known)))],
    prefixListIds: answer === "notKnown" ? notRead(rules, known) : [],
  };
}

interface PortAnswer {
  readonly answer: ThreeValued;
  readonly rules: readonly Rule[];
}

/** While a cache has no port yet, a rule that would open one leaves it open whether it will be. */
function portAnswers(
  { ports }: Cache,
  rules: readonly Rule[],
  known: KnownPrefixLists,
): readonly PortAnswer[] {
  const answerFor = (some: readonly Rule[]) =>
    areOpen(
      some.map(({ source }) => source),
      known,
    );
  if (ports !== undefined) {
    return ports.map((port) => {
      const covering = rules.filter((rule) => coversTcpPort(rule, port));
      return { answer: answerFor(covering), rules: covering };
    });
  }
  const tcp = rules.filter(({ protocol }) => protocol === "-1" || protocol === "tcp");
  return [{ answer: answerFor(tcp) === "no" ? "no" : "notKnown", rules: [] }];
}

/** Of rules that together are open: those that are by themselves, else those that no other one makes needless. */
function letEverybodyIn(rules: readonly Rule[], known: KnownPrefixLists): readonly Rule[] {
  const alone = rules.filter(({ source }) => areOpen([source], known) === "yes");
  if (alone.length > 0) {
    return alone;
  }
  const withBlocks = rules.filter(({ source }) => (blocksOf(source, known) ?? []).length > 0);
  return withBlocks.filter(
    (rule, at) =>
      !withBlocks.some((other, index) => {
        const isNeedless = isWithin(rule, other, known);
        return other !== rule && isNeedless && (index < at || !isWithin(other, rule, known));
      }),
  );
}

function isWithin(inner: Rule, outer: Rule, known: KnownPrefixLists): boolean {
  const around = blocksOf(outer.source, known) ?? [];
  return (blocksOf(inner.source, known) ?? []).every((block) =>
    covers(unionOf(around, block.family), rangeOf(block)),
  );
}

function notRead(rules: readonly Rule[], known: KnownPrefixLists): readonly string[] {
  const ids = rules.flatMap(({ source }) =>
    source.kind === "prefixList" && blocksOf(source, known) === undefined ? [source.prefixListId] : [],
  );
  return [...new Set(ids)];
}
