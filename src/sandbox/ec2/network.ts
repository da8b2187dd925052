export interface Vpc {
  readonly id: string;
  readonly ownerId: string;
  readonly cidrIpv4: string;
  readonly cidrIpv6?: string;
  readonly isDefault: boolean;
  readonly tags: ReadonlyMap<string, string>;
}

export interface VpcPeering {
  readonly id: string;
  readonly requester: PeeredVpc;
  readonly accepter: PeeredVpc;
  /** `active`, `deleted`… */
  readonly status: string;
}

export interface PeeredVpc {
  readonly ownerId: string;
  readonly vpcId: string;
  readonly region: string;
  readonly cidrIpv4: string;
}

export interface PrefixList {
  readonly id: string;
  readonly name: string;
  /** An account number, or `AWS`. */
  readonly ownerId: string;
  readonly addressFamily: "IPv4" | "IPv6";
  /** What the list counts for in a group's quota of rules, however many entries it has. */
  readonly maxEntries: number;
  readonly entries: readonly { readonly cidr: string; readonly description?: string }[];
}

export interface NetworkInterface {
  readonly id: string;
  readonly description: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  readonly privateIp: string;
  readonly ipv6?: string;
  /** The instance it is attached to. Absent for interfaces that a service manages. */
  readonly instanceId?: string;
  /** The service that manages it: `amazon-elasticache`. */
  readonly requesterId?: string;
  /** `interface` where it is absent. */
  readonly type?: string;
  readonly tags?: ReadonlyMap<string, string>;
}

/** The id of the peering connection between two VPCs while it is active, whichever side asked for it. */
export function activePeering(
  peerings: readonly VpcPeering[],
  one: string,
  other: string,
): VpcPeering | undefined {
  return peerings.find(
    ({ requester, accepter, status }) =>
      status === "active" &&
      ((requester.vpcId === one && accepter.vpcId === other) ||
        (requester.vpcId === other && accepter.vpcId === one)),
  );
}
