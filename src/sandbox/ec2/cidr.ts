import { isIPv4, isIPv6 } from "node:net";

/**
 * An IPv4 block as EC2 keeps it, host bits cleared: `10.1.2.3/8` becomes `10.0.0.0/8`. Nothing where the
 * text is not one.
 */
export function canonicalCidrIpv4(text: string): string | undefined {
  const { address, prefix } = split(text, 32);
  if (address === undefined || !isIPv4(address)) {
    return undefined;
  }
  const value = address.split(".").reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const masked = clearHostBits(value, 32, prefix);
  const bytes = [24n, 16n, 8n, 0n].map((shift) => (masked >> shift) & 255n);
  return `${bytes.join(".")}/${prefix}`;
}

/** The same for IPv6, in the short form of RFC 5952. */
export function canonicalCidrIpv6(text: string): string | undefined {
  const { address, prefix } = split(text, 128);
  if (address === undefined || !isIPv6(address) || address.includes("%")) {
    return undefined;
  }
  const [head = "", tail] = shortForm(address).split("::");
  const before = words(head);
  const after = tail === undefined ? [] : words(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const value = [...before, ...zeros, ...after].reduce((sum, word) => sum * 65536n + BigInt(`0x${word}`), 0n);
  const hex = clearHostBits(value, 128, prefix).toString(16).padStart(32, "0");
  return `${shortForm(hex.replace(/(.{4})(?!$)/g, "$1:"))}/${prefix}`;
}

function split(text: string, bits: number): { readonly address?: string; readonly prefix: number } {
  const [, address, digits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const prefix = Number(digits);
  return address === undefined || prefix > bits ? { prefix: 0 } : { address, prefix };
}

function clearHostBits(value: bigint, bits: number, prefix: number): bigint {
  const hostBits = BigInt(bits - prefix);
  return (value >> hostBits) << hostBits;
}

/** URLs write IPv6 addresses as RFC 5952 says. */
function shortForm(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

function words(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
