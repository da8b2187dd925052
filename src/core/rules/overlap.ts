import { covers, rangeOf, unionOf } from "./addressSet";
import { blocksOf, type KnownPrefixLists, noPrefixLists } from "./prefixLists";
import {
  isStaleReference,
  type ReadSource,
  type Rule,
  type RuleContent,
  type RuleSource,
  ruleKey,
  sourceKey,
} from "./rule";
import { includesTraffic, trafficPieces } from "./traffic";

/** What of a group's rules makes another one needless. */
export interface Overlap {
  /** The rule that EC2 would call a duplicate. */
  readonly equal?: Rule;
  /** Rules that each let the same source in already, and more besides. */
  readonly broader: readonly Rule[];
  /** Rules of which none does, and all together do. */
  readonly together: readonly Rule[];
  /** Rules from prefix lists that were not read, or from who knows what: they may let it in already. */
  readonly notKnown: readonly Rule[];
}

/** Compares a rule that is wanted with those of its group. */
export function overlapWith(rules: readonly Rule[], wanted: RuleContent, known = noPrefixLists): Overlap {
  const key = ruleKey(wanted);
  const equal = rules.find((rule) => ruleKey(rule) === key);
  const others = rules.filter((rule) => rule !== equal && !isStaleReference(rule));
  const broader = others.filter(
    (rule) => includesTraffic(rule, wanted) && includesSource([rule.source], wanted.source, known),
  );
  return {
    ...(equal ? { equal } : {}),
    broader,
    together: broader.length > 0 ? [] : coveringTogether(others, wanted, known),
    notKnown:
      broader.length > 0
        ? []
        : others.filter(
            (rule) => mayInclude(rule.source, wanted.source, known) && includesTraffic(rule, wanted),
          ),
  };
}

/** Whether it is not known who the one source is, and the other may be among them. */
function mayInclude(source: ReadSource, wanted: RuleSource, known: KnownPrefixLists): boolean {
  return (
    source.kind === "unknown" ||
    (source.kind === "prefixList" && blocksOf(source, known) === undefined && wanted.kind !== "securityGroup")
  );
}

/** Whether everybody whom the source is, some of the others are too, as far as they are known. */
export function includesSource(
  others: readonly ReadSource[],
  source: RuleSource,
  known: KnownPrefixLists,
): boolean {
  if (others.some((other) => other.kind === source.kind && sourceKey(other) === sourceKey(source))) {
    return true;
  }
  const blocks = blocksOf(source, known) ?? [];
  const around = others.flatMap((other) => blocksOf(other, known) ?? []);
  return blocks.length > 0 && blocks.every((block) => covers(unionOf(around, block.family), rangeOf(block)));
}

/** The rules that have a part in letting all of it in; none where something of it is left out. */
function coveringTogether(
  rules: readonly Rule[],
  wanted: RuleContent,
  known: KnownPrefixLists,
): readonly Rule[] {
  const used = new Set<Rule>();
  for (const piece of trafficPieces(wanted, rules)) {
    const here = rules.filter((rule) => includesTraffic(rule, piece));
    const alone = here.find(({ source }) => includesSource([source], wanted.source, known));
    const sources = here.map(({ source }) => source);
    if (!alone && !includesSource(sources, wanted.source, known)) {
      return [];
    }
    for (const rule of alone ? [alone] : withPart(here, wanted.source, known)) {
      used.add(rule);
    }
  }
  return [...used];
}

/** Those of the rules without which something of the source would be left out, or that touch it at all. */
function withPart(rules: readonly Rule[], source: RuleSource, known: KnownPrefixLists): readonly Rule[] {
  let kept = rules;
  for (const rule of rules) {
    const without = kept.filter((each) => each !== rule);
    if (
      includesSource(
        without.map((each) => each.source),
        source,
        known,
      )
    ) {
      kept = without;
    }
  }
  return kept;
}
