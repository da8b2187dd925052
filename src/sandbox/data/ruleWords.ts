import type { RuleContent, RuleSource } from "../ec2/rule";

/** A rule for a TCP port, or for several in a row. */
export function tcp(ports: number | readonly [number, number], source: RuleSource, description?: string) {
  const [fromPort, toPort] = typeof ports === "number" ? [ports, ports] : ports;
  return rule({ protocol: "tcp", fromPort, toPort, source }, description);
}

/** A rule for every protocol and port. */
export function allTraffic(source: RuleSource, description?: string): RuleContent {
  return rule({ protocol: "-1", source }, description);
}

function rule(content: RuleContent, description: string | undefined): RuleContent {
  return description === undefined ? content : { ...content, description };
}

export const cidr = (block: string): RuleSource =>
  block.includes(":") ? { kind: "cidrIpv6", cidr: block } : { kind: "cidrIpv4", cidr: block };

export const prefixList = (prefixListId: string): RuleSource => ({ kind: "prefixList", prefixListId });
