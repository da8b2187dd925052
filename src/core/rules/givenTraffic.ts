import { isIcmp, typeAndCodeProblem } from "./icmp";
import { portProblem } from "./ports";
import { canonicalProtocol, hasPorts } from "./traffic";

export type GivenTraffic =
  /** Ports, of ICMP the type and the code. Absent where they are still to be asked for, or there are none. */
  | { readonly ok: true; readonly protocol: string; readonly ports?: { fromPort: number; toPort: number } }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Reads a protocol and ports as a caller gives them; the protocol is TCP unless it is said. */
export function givenTraffic(
  ipProtocol: string | undefined,
  fromPort: unknown,
  toPort: unknown,
): GivenTraffic {
  const protocol = canonicalProtocol(ipProtocol ?? "tcp");
  if (!/^(?:tcp|udp|icmp|icmpv6|-1)$/.test(protocol) && !isProtocolNumber(protocol)) {
    return {
      ok: false,
      field: "ipProtocol",
      message: `${ipProtocol} is not a protocol: tcp, udp, icmp, icmpv6, a number up to 255, or -1 for all`,
    };
  }
  if (isIcmp(protocol)) {
    return checked(protocol, portOf(fromPort ?? -1), portOf(toPort ?? -1), typeAndCodeProblem);
  }
  if (fromPort === undefined && toPort === undefined) {
    return { ok: true, protocol };
  }
  const [from, to] = [portOf(fromPort ?? toPort), portOf(toPort ?? fromPort)];
  if (!hasPorts(protocol)) {
    // EC2 itself shows such rules with -1 in both. All ports are no less than none.
    return `${from} ${to}` === "-1 -1" || `${from} ${to}` === "0 65535"
      ? { ok: true, protocol }
      : { ok: false, field: "fromPort", message: `Rules for protocol ${protocol} have no ports` };
  }
  return checked(protocol, from, to, portProblem);
}

function checked(
  protocol: string,
  fromPort: number,
  toPort: number,
  problemOf: (from: number, to: number) => string | undefined,
): GivenTraffic {
  const message = problemOf(fromPort, toPort);
  return message === undefined
    ? { ok: true, protocol, ports: { fromPort, toPort } }
    : { ok: false, field: problemOf(fromPort, fromPort) === undefined ? "toPort" : "fromPort", message };
}

function portOf(value: unknown): number {
  if (typeof value === "number") {
    return value;
  }
  return typeof value === "string" && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : Number.NaN;
}

function isProtocolNumber(protocol: string): boolean {
  return /^\d{1,3}$/.test(protocol) && Number(protocol) <= 255;
}
