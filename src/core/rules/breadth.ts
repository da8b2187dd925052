import { type AddressSet, covers, rangeOf, unionOf } from "./addressSet";
import { type Cidr, cidrOf } from "./cidr";

/** Blocks that are known to be right. */
function blocks(...texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => cidrOf(text) ?? []);
}

/**
 * Whoever there is: every address that a machine can have. In IPv4 all but this network (0/8), loopback (127/8),
 * link-local (169.254/16) and what is no machine's (224/3); in IPv6 all that is given out (2000::/3).
 * https://www.iana.org/assignments/iana-ipv4-special-registry, …/ipv6-address-space
 */
const needless = { 4: blocks("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"), 6: [] } as const;
const everybody = { 4: blocks("0.0.0.0/0"), 6: blocks("2000::/3") } as const;

/** Fewer of all addresses of a family cannot be everybody. */
export const leastShare = { 4: 0.86, 6: 0.125 } as const;

/** The private ranges, each of which a network may use whole: RFC 1918, and RFC 4193's half that is in use. */
const privateRanges = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8");

/** Whether blocks together are every address of a family that a machine can have. */
export function areEverybody(some: readonly Cidr[]): boolean {
  return ([4, 6] as const).some((family) => {
    const set = unionOf([...some, ...needless[family]], family);
    return everybody[family].every((block) => covers(set, rangeOf(block)));
  });
}

/** The private ranges that blocks together hold whole. */
export function wholePrivateRanges(some: readonly Cidr[]): readonly string[] {
  const sets: Readonly<Record<4 | 6, AddressSet>> = { 4: unionOf(some, 4), 6: unionOf(some, 6) };
  return privateRanges.filter((block) => covers(sets[block.family], rangeOf(block))).map(({ text }) => text);
}
