/** An IPv4 address as a number. */
function toNumber(ip: string): number {
  let value = 0;
  for (const byte of ip.split(".")) {
    value = value * 256 + Number(byte);
  }
  return value;
}

/** Whether an address is one of a block's, counted from its first to its last. */
export function isIn(ip: string, block: string): boolean {
  const [first = "", length = "32"] = block.split("/");
  const start = toNumber(first);
  const size = 2 ** (32 - Number(length));
  const value = toNumber(ip);
  return value >= start && value < start + size;
}
