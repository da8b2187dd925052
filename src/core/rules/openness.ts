import type { ThreeValued } from "../threeValued";
import { areEverybody, wholePrivateRanges } from "./breadth";
import { blocksOf, familyOf, type KnownPrefixLists } from "./prefixLists";
import type { RuleSource } from "./rule";

/** Whether sources together are everybody: two halves are, and a prefix list that holds all addresses. */
export function areOpen(sources: readonly RuleSource[], known: KnownPrefixLists): ThreeValued {
  const blocks = sources.map((source) => blocksOf(source, known));
  return areEverybody(blocks.flatMap((some) => some ?? []))
    ? "yes"
    : blocks.includes(undefined)
      ? "notKnown"
      : "no";
}

/** Whether a rule from the source can let anybody in to a cache of the network type: the family may be another. */
export function hasEffectOn(networkType: string, source: RuleSource, known: KnownPrefixLists): ThreeValued {
  const own = networkType === "ipv4" ? 4 : networkType === "ipv6" ? 6 : undefined;
  if (own === undefined || source.kind === "securityGroup") {
    return "yes";
  }
  const family = familyOf(source, known);
  return family === undefined ? "notKnown" : family === own ? "yes" : "no";
}

/** A word on a source that is not everybody, and wide all the same; `undefined` where there is none. */
export function widthWords(source: RuleSource, known: KnownPrefixLists): string | undefined {
  const ranges = wholePrivateRanges(blocksOf(source, known) ?? []);
  return ranges.length === 0
    ? undefined
    : `All of ${ranges.join(" and ")}: whatever has a private address there and can route to the VPC`;
}
