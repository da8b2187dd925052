import { ApiError, invalidValue } from "../apiError";
import type { Params } from "../params";
import type { RuleTraffic } from "./rule";

const names = new Map([
  ["6", "tcp"],
  ["17", "udp"],
  ["1", "icmp"],
  ["58", "icmpv6"],
  ["all", "-1"],
]);

/** Reads IpProtocol, FromPort and ToPort. Numbers of protocols with a name become the name, as EC2 shows them. */
export function readTraffic(params: Params): RuleTraffic {
  const given = params.optional("IpProtocol")?.toLowerCase();
  if (given === undefined) {
    throw new ApiError("MissingParameter", "The request must contain the parameter ipProtocol");
  }
  const protocol = names.get(given) ?? given;
  const fromPort = integer(params, "FromPort");
  const toPort = integer(params, "ToPort");
  switch (protocol) {
    case "tcp":
    case "udp":
      return { protocol, ...ports(fromPort, toPort) };
    case "icmp":
    case "icmpv6":
      return { protocol, fromPort: fromPort ?? -1, toPort: toPort ?? -1 };
    default:
      // Other protocols have no ports: what is said of them is dropped.
      if (protocol === "-1" || (/^\d{1,3}$/.test(protocol) && Number(protocol) <= 255)) {
        return { protocol };
      }
      throw invalidValue(`Invalid value '${given}' for IP protocol. Unknown protocol.`);
  }
}

function ports(fromPort: number | undefined, toPort: number | undefined): Omit<RuleTraffic, "protocol"> {
  if (fromPort === undefined || toPort === undefined) {
    throw invalidValue("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
  }
  for (const port of [fromPort, toPort]) {
    if (port < 0 || port > 65_535) {
      throw invalidValue(`Invalid value '${port}' for portRange. TCP/UDP port (${port}) out of range`);
    }
  }
  if (fromPort > toPort) {
    throw invalidValue(`Invalid TCP/UDP port range (${fromPort}:${toPort})`);
  }
  return { fromPort, toPort };
}

function integer(params: Params, name: string): number | undefined {
  const text = params.optional(name);
  if (text === undefined) {
    return undefined;
  }
  if (/^-?\d{1,9}$/.test(text)) {
    return Number(text);
  }
  throw invalidValue(`Invalid value '${text}' for ${name}: not an integer`);
}
