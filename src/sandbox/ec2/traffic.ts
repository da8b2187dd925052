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
      return { protocol, ...typeAndCode(fromPort, toPort) };
    case "icmpv6":
      // Here both may be left out, which stands for all.
      return {
        protocol,
        ...(fromPort === undefined && toPort === undefined ? all : typeAndCode(fromPort, toPort)),
      };
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

const all = { fromPort: -1, toPort: -1 };

/** Of ICMP the fields are a type and a code, -1 for all of either; all types have all codes. */
function typeAndCode(type: number | undefined, code: number | undefined): Omit<RuleTraffic, "protocol"> {
  if (type === undefined || code === undefined) {
    throw invalidValue("Invalid value 'Must specify both from and to ports with ICMP.' for portRange.");
  }
  for (const [what, value] of [
    ["type", type],
    ["code", code],
  ] as const) {
    if (value < -1 || value > 255) {
      throw invalidValue(`Invalid value '${value}' for portRange. ICMP ${what} (${value}) out of range`);
    }
  }
  if (type === -1 && code !== -1) {
    throw invalidValue(`Invalid value '${code}' for portRange. ICMP code (${code}) must be -1 for all types`);
  }
  return { fromPort: type, toPort: code };
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
