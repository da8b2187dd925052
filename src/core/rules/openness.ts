import type { ThreeValued } from "../threeValued";
import { areEverybody, leastShare, wholePrivateRanges } from "./breadth";
import { blocksOf, familyOf, type KnownPrefixLists } from "./prefixLists";
import type { ReadSource } from "./rule";

/** Whether sources together are everybody: two halves are, and a prefix list that holds all addresses. */
export function areOpen(sources: readonly ReadSource[], known: KnownPrefixLists): ThreeValued {
  if (!areWide(sources, known)) {
    return sources.some((source) => isUnread(source, known)) ? "notKnown" : "no";
  }
  const blocks = sources.map((source) => blocksOf(source, known));
  return areEverybody(blocks.flatMap((some) => some ?? []))
    ? "yes"
    : blocks.includes(undefined)
      ? "notKnown"
      : "no";
}

/**
 * Whether there are so many addresses that they may be everybody: for nearly all caches the answer is no, and a tree
 * asks for thousands. By the prefixes alone, without reading the blocks.
 */
function areWide(sources: readonly ReadSource[], known: KnownPrefixLists): boolean {
  const share = { 4: 0, 6: 0 };
  for (const source of sources) {
    if (source.kind === "prefixList") {
      for (const { family, prefix } of known.entries.get(source.prefixListId) ?? []) {
        share[family] += 2 ** -prefix;
      }
    } else if ("cidr" in source) {
      share[source.kind === "cidrIp" ? 4 : 6] +=
        2 ** -Number(source.cidr.slice(source.cidr.lastIndexOf("/") + 1));
    }
  }
  // What is not a number may be anything.
  return !(share[4] < leastShare[4] && share[6] < leastShare[6]);
}

function isUnread(source: ReadSource, known: KnownPrefixLists): boolean {
  return source.kind === "unknown" || (source.kind === "prefixList" && blocksOf(source, known) === undefined);
}

/** Whether a rule from the source can let anybody in to a cache of the network type: the family may be another. */
export function hasEffectOn(networkType: string, source: ReadSource, known: KnownPrefixLists): ThreeValued {
  const own = networkType === "ipv4" ? 4 : networkType === "ipv6" ? 6 : undefined;
  if (own === undefined || source.kind === "securityGroup") {
    return "yes";
  }
  const family = familyOf(source, known);
  return family === undefined ? "notKnown" : family === own ? "yes" : "no";
}

/** A word on a source that is not everybody, and wide all the same; `undefined` where there is none. */
export function widthWords(source: ReadSource, known: KnownPrefixLists): string | undefined {
  const ranges = wholePrivateRanges(blocksOf(source, known) ?? []);
  return ranges.length === 0
    ? undefined
    : `All of ${ranges.join(" and ")}: whatever has a private address there and can route to the VPC`;
}
