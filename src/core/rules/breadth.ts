import { type AddressSet, covers, rangeOf, unionOf } from "./addressSet";
import { type Cidr, cidrOf } from "./cidr";

/** Blocks that are known to be right. */
function blocks(...texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => cidrOf(text) ?? []);
}

/** RFC 1918. */
const privateIpv4 = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;

/**
 * Whoever there is: every address that a machine on the internet can have. Not among them are in IPv4 this network,
 * loopback, link-local, what is no machine's (224/3), and what is never routed there: private, shared by carriers,
 * for tests and examples; in IPv6 all but what is given out (2000::/3), and of that the examples.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry, …/ipv6-address-space
 */
const needless = {
  4: blocks(
    ...["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", ...privateIpv4, "100.64.0.0/10"],
    ...["192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ),
  6: blocks("2001:db8::/32", "3fff::/20"),
} as const;
const everybody = { 4: blocks("0.0.0.0/0"), 6: blocks("2000::/3") } as const;

/** Fewer of all addresses of a family cannot be everybody. */
export const leastShare = { 4: 0.86, 6: 0.1249 } as const;

/** The private ranges, each of which a network may use whole: RFC 1918, and RFC 4193's half that is in use. */
const privateRanges = blocks(...privateIpv4, "fd00::/8");

/** Whether blocks together are every address of a family that a machine on the internet can have. */
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
