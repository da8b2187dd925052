/** ICMP has a type and a code where TCP has ports: EC2 gives them in the same two fields, -1 for all. */
export interface TypeAndCode {
  readonly fromPort?: number;
  readonly toPort?: number;
}

export const allTypes = { fromPort: -1, toPort: -1 } as const;

export function isIcmp(protocol: string): boolean {
  return protocol === "icmp" || protocol === "icmpv6";
}

/** Whether every message of the one is also of the other. */
export function includesTypeAndCode(outer: TypeAndCode, inner: TypeAndCode): boolean {
  const [type, code] = [outer.fromPort ?? -1, outer.toPort ?? -1];
  return type === -1 || (type === inner.fromPort && (code === -1 || code === inner.toPort));
}

/** `all types`, `type 8`, `type 3 code 4`. */
export function typeAndCodeWords({ fromPort: type = -1, toPort: code = -1 }: TypeAndCode): string {
  return type === -1 ? "all types" : code === -1 ? `type ${type}` : `type ${type} code ${code}`;
}

/**
 * One sentence about what is wrong with a type and a code, if anything is.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function typeAndCodeProblem(type: number, code: number): string | undefined {
  for (const [what, number] of [
    ["type", type],
    ["code", code],
  ] as const) {
    if (!Number.isInteger(number) || number < -1 || number > 255) {
      return `An ICMP ${what} is a whole number from 0 to 255, or -1 for all; this is ${number}`;
    }
  }
  return type === -1 && code !== -1 ? `All types have all codes: with type -1 the code is -1` : undefined;
}
