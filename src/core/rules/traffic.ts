import { allTypes, includesTypeAndCode, isIcmp, typeAndCodeWords } from "./icmp";

/** What traffic a rule is about: the protocol, and EC2's two numbers as they came. */
export interface Traffic {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all. */
  readonly protocol: string;
  /** The first port; of ICMP the type. Absent where all ports are meant, or the protocol has none. */
  readonly fromPort?: number;
  /** The last port; of ICMP the code. */
  readonly toPort?: number;
}

const protocolNames: Readonly<Record<string, string | undefined>> = {
  "6": "tcp",
  "17": "udp",
  "1": "icmp",
  "58": "icmpv6",
  all: "-1",
};

/** The protocol as EC2 shows it: a number that has a name becomes the name. */
export function canonicalProtocol(text: string): string {
  const lower = text
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, "");
  return (Object.hasOwn(protocolNames, lower) ? protocolNames[lower] : undefined) ?? lower;
}

/**
 * A rule's traffic from its three fields. EC2 writes -1 in both where a protocol has no ports; of ICMP that is all
 * types. Whatever else came is kept, so that the rule can be written down again as it is.
 */
export function trafficOf(protocol: string, fromPort?: number, toPort?: number): Traffic {
  const canonical = canonicalProtocol(protocol);
  if (isIcmp(canonical)) {
    return { protocol: canonical, fromPort: fromPort ?? -1, toPort: toPort ?? -1 };
  }
  return {
    protocol: canonical,
    ...(fromPort === undefined || fromPort < 0 ? {} : { fromPort }),
    ...(toPort === undefined || toPort < 0 ? {} : { toPort }),
  };
}

/** The two numbers as EC2 takes them to make such a rule. */
export function apiPorts({ protocol, ...numbers }: Traffic): Pick<Traffic, "fromPort" | "toPort"> {
  const { fromPort, toPort } = numbers;
  const given = {
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
  };
  return { ...(isIcmp(protocol) ? allTypes : hasPorts(protocol) ? allPorts : {}), ...given };
}

const allPorts = { fromPort: 0, toPort: 65_535 } as const;

export function hasPorts(protocol: string): boolean {
  return protocol === "tcp" || protocol === "udp";
}

/** Equal for what EC2 takes for the same traffic: numbers of a protocol that has none count for nothing. */
export function trafficKey(traffic: Traffic): string {
  const { fromPort = "", toPort = "" } =
    isIcmp(traffic.protocol) || hasPorts(traffic.protocol) ? apiPorts(traffic) : {};
  return `${traffic.protocol}/${fromPort}/${toPort}`;
}

/** Whether the traffic takes in TCP connections to a port. */
export function coversTcpPort({ protocol, fromPort = 0, toPort = 65_535 }: Traffic, port: number): boolean {
  return protocol === "-1" || (protocol === "tcp" && fromPort <= port && port <= toPort);
}

/** Whether everything of the one is also in the other. */
export function includesTraffic(outer: Traffic, inner: Traffic): boolean {
  if (outer.protocol === "-1" || outer.protocol !== inner.protocol) {
    return outer.protocol === "-1";
  }
  if (!hasPorts(outer.protocol)) {
    return !isIcmp(outer.protocol) || includesTypeAndCode(outer, inner);
  }
  return (
    (outer.fromPort ?? 0) <= (inner.fromPort ?? 0) && (outer.toPort ?? 65_535) >= (inner.toPort ?? 65_535)
  );
}

/** The traffic cut where rules begin and end, so that each piece is wholly in a rule or wholly outside. */
export function trafficPieces(whole: Traffic, rules: readonly Traffic[]): readonly Traffic[] {
  if (!hasPorts(whole.protocol)) {
    return [whole];
  }
  const { fromPort = 0, toPort = 65_535 } = whole;
  const starts = rules
    .filter(({ protocol }) => protocol === whole.protocol)
    .flatMap((rule) => [rule.fromPort ?? 0, (rule.toPort ?? 65_535) + 1])
    .filter((port) => port > fromPort && port <= toPort);
  const cuts = [...new Set([fromPort, ...starts])].sort((a, b) => a - b);
  return cuts.map((from, index) => ({
    protocol: whole.protocol,
    fromPort: from,
    toPort: (cuts[index + 1] ?? toPort + 1) - 1,
  }));
}

/** `tcp · 6379`, `tcp · 6379-6380`, `tcp · all ports`, `icmp · type 8`, `all traffic`. */
export function trafficWords(traffic: Traffic): readonly string[] {
  return traffic.protocol === "-1" ? ["all traffic"] : [traffic.protocol, portWords(traffic)];
}

/** `6379`, `6379-6380` or `all ports`; of ICMP the type and the code; empty where the protocol has no ports. */
export function portWords(traffic: Traffic): string {
  const { protocol, fromPort = 0, toPort = 65_535 } = traffic;
  if (!hasPorts(protocol)) {
    return isIcmp(protocol) ? typeAndCodeWords(traffic) : "";
  }
  return fromPort === toPort
    ? String(fromPort)
    : fromPort === 0 && toPort === 65_535
      ? "all ports"
      : `${fromPort}-${toPort}`;
}
