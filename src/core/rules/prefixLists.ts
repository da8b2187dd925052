import { type Cidr, cidrOf } from "./cidr";
import type { ReadSource } from "./rule";

/** A managed prefix list: blocks under a name. https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html */
export interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** `IPv4` or `IPv6`: a list has one alone. */
  readonly family: string;
  /** For how many rules it counts in a quota, whatever it holds. */
  readonly maxEntries?: number;
}

/** What is known of prefix lists: which there are, and what they hold. */
export interface KnownPrefixLists {
  readonly lists: readonly PrefixList[];
  /** The blocks of a list by its id, for those that were read. */
  readonly entries: ReadonlyMap<string, readonly Cidr[]>;
}

/** The blocks that entries are; `undefined` where one is none, so that what the list holds is not known. */
export function blocksOfEntries(entries: readonly string[]): readonly Cidr[] | undefined {
  const blocks = entries.flatMap((text) => cidrOf(text) ?? []);
  return blocks.length === entries.length ? blocks : undefined;
}

/** The first blocks of a list, and how many more there are; `undefined` where it was not read. */
export function holdsWords(blocks: readonly Cidr[] | undefined): string | undefined {
  const more = (blocks?.length ?? 0) - mostNamed;
  const named = blocks?.slice(0, mostNamed).map(({ text }) => text);
  return (
    named && (named.length === 0 ? "nothing" : [...named, ...(more > 0 ? [`${more} more`] : [])].join(", "))
  );
}

const mostNamed = 20;

export const noPrefixLists: KnownPrefixLists = { lists: [], entries: new Map() };

/** The blocks that a source stands for: none of a group's; `undefined` where they are not known. */
export function blocksOf(source: ReadSource, known: KnownPrefixLists): readonly Cidr[] | undefined {
  switch (source.kind) {
    case "securityGroup":
      return [];
    case "cidrIp":
    case "cidrIpv6": {
      const block = cidrOf(source.cidr);
      return block && [block];
    }
    case "prefixList":
      return known.entries.get(source.prefixListId);
    case "unknown":
      return undefined;
  }
}

/** The family of a source's addresses, where it has one alone and it is known. */
export function familyOf(source: ReadSource, known: KnownPrefixLists): 4 | 6 | undefined {
  switch (source.kind) {
    case "securityGroup":
    case "unknown":
      return undefined;
    case "cidrIp":
      return 4;
    case "cidrIpv6":
      return 6;
    case "prefixList": {
      const { prefixListId: id } = source;
      const family = known.lists.find((list) => list.id === id)?.family;
      return family === "IPv4" ? 4 : family === "IPv6" ? 6 : blocksOf(source, known)?.[0]?.family;
    }
  }
}
