import { type Cache, kindWords, portsText } from "./cache";

/** What a cache is, in few words: its engine, its kind, its ports. */
export function briefFacts(cache: Pick<Cache, "engine" | "kind" | "ports">): readonly string[] {
  return [cache.engine, kindWords(cache.kind), portsText(cache)];
}

export function encryptionWords({ encryptionInTransit }: Cache): string {
  switch (encryptionInTransit) {
    case "required":
      return "TLS required";
    case "preferred":
      return "TLS preferred: plain connections are taken too";
    case "none":
      return "not encrypted";
  }
}

export function networkWords({ networkType }: Pick<Cache, "networkType">): string {
  switch (networkType) {
    case "ipv4":
      return "IPv4 only";
    case "ipv6":
      return "IPv6 only";
    case "dual_stack":
      return "IPv4 and IPv6";
    default:
      return networkType;
  }
}

/** What an answer about security groups leaves open. */
export const notEvaluated =
  "Allowed by security groups. Not evaluated: network ACLs, routes, and what the source's own groups let out.";

/** What 0.0.0.0/0 and ::/0 mean for a cache in a VPC. */
export const openInVpc =
  "Open to whatever can route to the VPC: its own network, peered ones, VPN and transit gateways. Not the internet.";

/** What a public serverless cache means. */
export const openToInternet =
  "Anyone on the internet with the IAM permission elasticache:Connect on it. Security groups do not decide.";
