import { canonicalProtocol, portProblem } from "./traffic";

export type GivenTraffic =
  /** Ports are absent where they are still to be asked for. */
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
  if (fromPort === undefined && toPort === undefined) {
    return { ok: true, protocol };
  }
  const ports = { fromPort: portOf(fromPort ?? toPort), toPort: portOf(toPort ?? fromPort) };
  if (!hasPorts(protocol)) {
    // EC2 itself shows such rules with ports of -1.
    return [ports.fromPort, ports.toPort].every((port) => port === -1)
      ? { ok: true, protocol }
      : { ok: false, field: "fromPort", message: `Rules for protocol ${protocol} have no ports` };
  }
  const problem = portProblem(ports.fromPort, ports.toPort);
  return problem === undefined
    ? { ok: true, protocol, ports }
    : { ok: false, field: "fromPort", message: problem };
}

export function hasPorts(protocol: string): boolean {
  return protocol === "tcp" || protocol === "udp";
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
