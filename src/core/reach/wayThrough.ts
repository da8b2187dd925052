import { rangeOf, touches, unionOf } from "../rules/addressSet";
import { areOpen } from "../rules/openness";
import { includesSource } from "../rules/overlap";
import { blocksOf, type KnownPrefixLists } from "../rules/prefixLists";
import type { ReadSource, Rule, RuleSource } from "../rules/rule";

/** Why rules let a source in. */
export type RuleWay =
  /** A rule names it, or a block that it is in. */
  | { readonly by: "rule"; readonly rule: Rule }
  /** Rules that together name all of its addresses. */
  | { readonly by: "together"; readonly rule: Rule; readonly rules: readonly Rule[] }
  /** Rules let everybody in that can route to the VPC. */
  | { readonly by: "open"; readonly rule: Rule }
  /** A rule names a part of its addresses. */
  | { readonly by: "part"; readonly rule: Rule };

/** Why it is not known whether a source is let in. */
export type ReachGap =
  /** The rules of some of the cache's groups could not be read, or which groups it has. */
  | "rules"
  /** The cache has no port yet. */
  | "ports"
  /** Rules from prefix lists, or the source is one, whose entries could not be read. */
  | "prefixLists"
  /** Rules from sources of a kind that is not known here. */
  | "sources"
  /** Rules from addresses: those of the source's machines are not looked at. */
  | "addresses"
  /** Rules from groups: whether the source's addresses are those of their machines is not looked at. */
  | "members";

interface Way {
  readonly way?: RuleWay;
  readonly gaps: readonly ReachGap[];
}

/** How rules, each of which covers the same port, let a source in. */
export function wayThrough(rules: readonly Rule[], source: RuleSource, known: KnownPrefixLists): Way {
  const isOpen = ({ source: one }: Rule) => areOpen([one], known) === "yes";
  const closed = rules.filter((rule) => !isOpen(rule));
  const named = closed.find((rule) => includesSource([rule.source], source, known));
  if (named) {
    return { way: { by: "rule", rule: named }, gaps: [] };
  }
  const everybody = openTo(rules, source, known);
  if (everybody) {
    return { way: { by: "open", rule: everybody }, gaps: [] };
  }
  const touching = closed.filter((rule) => hasPartOf(rule.source, source, known));
  const [first] = touching;
  if (
    first &&
    includesSource(
      touching.map((rule) => rule.source),
      source,
      known,
    )
  ) {
    return { way: { by: "together", rule: first, rules: touching }, gaps: [] };
  }
  const gaps = gapsOf(rules, source, known);
  return first ? { way: { by: "part", rule: first }, gaps } : { gaps };
}

/** A rule that is open, by itself or with others, for the source's own family where it has one. */
function openTo(rules: readonly Rule[], source: RuleSource, known: KnownPrefixLists): Rule | undefined {
  const blocks = blocksOf(source, known) ?? [];
  const some = blocks.length === 0 ? rules : rules.filter((rule) => hasPartOf(rule.source, source, known));
  const sources = some.map((rule) => rule.source);
  const alone = some.find((rule) => areOpen([rule.source], known) === "yes");
  const isIn = blocks.length === 0 || includesSource(sources, source, known);
  return isIn && areOpen(sources, known) === "yes" ? (alone ?? some[0]) : undefined;
}

/** Whether some address is of both. */
function hasPartOf(one: ReadSource, other: RuleSource, known: KnownPrefixLists): boolean {
  const blocks = blocksOf(one, known) ?? [];
  return (blocksOf(other, known) ?? []).some((block) =>
    touches(unionOf(blocks, block.family), rangeOf(block)),
  );
}

function gapsOf(rules: readonly Rule[], source: RuleSource, known: KnownPrefixLists): readonly ReachGap[] {
  const isUnread = (one: ReadSource) => one.kind === "prefixList" && blocksOf(one, known) === undefined;
  const isGroup = ({ source: { kind } }: Rule) => kind === "securityGroup";
  const gaps: ReachGap[] = [];
  if (rules.length > 0 && (isUnread(source) || rules.some((rule) => isUnread(rule.source)))) {
    gaps.push("prefixLists");
  }
  const isUnknown = ({ source: { kind } }: Rule) => kind === "unknown";
  if (rules.some(isUnknown)) {
    gaps.push("sources");
  }
  if (source.kind === "securityGroup") {
    const addresses = rules.filter((rule) => !isGroup(rule) && !isUnknown(rule) && !isUnread(rule.source));
    return addresses.length > 0 ? [...gaps, "addresses"] : gaps;
  }
  return rules.some(isGroup) ? [...gaps, "members"] : gaps;
}
