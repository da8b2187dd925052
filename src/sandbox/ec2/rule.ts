/** Who a rule lets in (or, for egress, where to). */
export type RuleSource =
  | { readonly kind: "cidrIpv4"; readonly cidr: string }
  | { readonly kind: "cidrIpv6"; readonly cidr: string }
  | { readonly kind: "prefixList"; readonly prefixListId: string }
  | {
      readonly kind: "group";
      readonly groupId: string;
      readonly ownerId: string;
      /** For a group behind a peering connection. */
      readonly peering?: { readonly vpcId: string; readonly connectionId: string };
    };

/** What traffic a rule is about. */
export interface RuleTraffic {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all. */
  readonly protocol: string;
  /** For ICMP the type. Absent where the protocol has no ports. */
  readonly fromPort?: number;
  /** For ICMP the code. */
  readonly toPort?: number;
}

export interface RuleContent extends RuleTraffic {
  readonly source: RuleSource;
  readonly description?: string;
}

export interface Rule extends RuleContent {
  readonly id: string;
  readonly groupId: string;
  readonly isEgress: boolean;
  readonly tags: Map<string, string>;
}

export function trafficKey({ protocol, fromPort, toPort }: RuleTraffic): string {
  return `${protocol}/${fromPort ?? ""}/${toPort ?? ""}`;
}

/** Equal for rules that EC2 takes for the same. The description is no part of it. */
export function ruleKey(rule: RuleContent): string {
  return `${trafficKey(rule)}/${sourceKey(rule.source)}`;
}

function sourceKey(source: RuleSource): string {
  switch (source.kind) {
    case "cidrIpv4":
    case "cidrIpv6":
      return source.cidr;
    case "prefixList":
      return source.prefixListId;
    case "group":
      return `${source.ownerId}/${source.groupId}`;
  }
}
