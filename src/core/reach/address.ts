import { type Cidr, cidrOf, contains } from "../rules/cidr";

/** One address, as the block that holds it alone. */
export type Address = Cidr;

/** `undefined` for a text that is not one address. */
export function addressOf(text: string): Address | undefined {
  const block = cidrOf(text);
  return block?.prefix === (block?.family === 6 ? 128 : 32) ? block : undefined;
}

/** Without the prefix length. */
export function addressText({ text }: Address): string {
  return text.slice(0, text.indexOf("/"));
}

/** Whether a block, as the API writes it, holds an address. One of the other family does not. */
export function holds(block: string | undefined, address: Address): boolean {
  const outer = block === undefined ? undefined : cidrOf(block);
  return outer !== undefined && contains(outer, address);
}

export function isSameAddress(a: Address, b: Address): boolean {
  return a.text === b.text;
}

/**
 * Whether an address is of no use on the internet: RFC 1918, the shared space of RFC 6598, link-local, and the
 * unique local addresses of IPv6. Internet gateways refuse them.
 */
export function isPrivate(address: Address): boolean {
  return privateBlocks.some((block) => holds(block, address));
}

const privateBlocks = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "fc00::/7",
  "fe80::/10",
];
