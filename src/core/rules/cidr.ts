import { isIPv4 } from "node:net";

/** A block of addresses, as EC2 keeps it: host bits cleared, IPv6 in the short form of RFC 5952. */
export interface Cidr {
  readonly family: 4 | 6;
  readonly text: string;
  readonly first: bigint;
  readonly prefix: number;
}

export type ParsedCidr =
  | { readonly ok: true; readonly value: Cidr }
  /** `suggestion`: the block that was probably meant. */
  | { readonly ok: false; readonly message: string; readonly suggestion?: string };

/**
 * Reads a CIDR block. An address alone, a prefix that is too long and host bits that are set are refused with a
 * sentence that names the block that was probably meant: EC2 would clear the bits without a word, and let in more
 * than was written.
 */
export function parseCidr(text: string): ParsedCidr {
  const written = text.trim();
  const [, address = "", slash, digits = ""] = /^([^/\s]+)(\/(\d*))?$/.exec(written) ?? [];
  const family = isIPv4(address) ? 4 : isIpv6(address) ? 6 : undefined;
  if (family === undefined) {
    return refuse(written === "" ? "Enter a CIDR block" : `${written} is not a CIDR block like 10.0.0.0/16`);
  }
  const bits = family === 4 ? 32 : 128;
  if (slash === undefined || digits === "") {
    const suggestion = toText(family, numberOf(family, address), bits);
    return refuse(`${written} has no prefix length. One address alone is ${suggestion}`, suggestion);
  }
  const prefix = Number(digits);
  if (prefix > bits) {
    return refuse(`An IPv${family} prefix length is at most ${bits}; this is ${digits}`);
  }
  const value = numberOf(family, address);
  const first = clearHostBits(value, bits - prefix);
  const canonical = toText(family, first, prefix);
  if (first !== value) {
    return refuse(`${written} has host bits set. The block is ${canonical}`, canonical);
  }
  return { ok: true, value: { family, text: canonical, first, prefix } };
}

/** The block of a text that is known to be one, such as EC2's own; `undefined` otherwise. */
export function cidrOf(text: string): Cidr | undefined {
  const parsed = parseCidr(text);
  const again = !parsed.ok && parsed.suggestion !== undefined ? parseCidr(parsed.suggestion) : parsed;
  return again.ok ? again.value : undefined;
}

/** Whether every address of the one is in the other. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  const hostBits = (outer.family === 4 ? 32 : 128) - outer.prefix;
  return (
    outer.family === inner.family &&
    outer.prefix <= inner.prefix &&
    clearHostBits(inner.first, hostBits) === outer.first
  );
}

/** Whether it holds every address there is. */
export function isEverything({ prefix }: Cidr): boolean {
  return prefix === 0;
}

function refuse(message: string, suggestion?: string): ParsedCidr {
  return { ok: false, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

function clearHostBits(value: bigint, hostBits: number): bigint {
  return (value >> BigInt(hostBits)) << BigInt(hostBits);
}

function numberOf(family: 4 | 6, address: string): bigint {
  if (family === 4) {
    return address.split(".").reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  }
  const [head = "", tail] = shortForm(address).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].reduce((sum, word) => sum * 65536n + BigInt(`0x${word}`), 0n);
}

function toText(family: 4 | 6, value: bigint, prefix: number): string {
  if (family === 4) {
    return `${[24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".")}/${prefix}`;
  }
  const words = value
    .toString(16)
    .padStart(32, "0")
    .replace(/(.{4})(?!$)/g, "$1:");
  return `${shortForm(words)}/${prefix}`;
}

/** As a URL takes it: Node's `isIPv6` has an expression whose compiling takes as long as loading the rest of start-up. */
function isIpv6(address: string): boolean {
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]/`);
}

/** URLs write IPv6 addresses as RFC 5952 says. */
function shortForm(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}
