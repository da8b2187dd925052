import type { Answer } from "./snapshotNetwork";

export type VpcPeeringConnection = Answer<{
  VpcPeeringConnectionId: string;
  Status: Answer<{ Code: string }>;
  AccepterVpcInfo: PeeredVpc;
  RequesterVpcInfo: PeeredVpc;
}>;

/** The blocks are there for an active connection only, and often for one's own side only. */
export type PeeredVpc = Answer<{
  VpcId: string;
  OwnerId: string;
  Region: string;
  CidrBlock: string;
  CidrBlockSet: readonly Answer<{ CidrBlock: string }>[];
  Ipv6CidrBlockSet: readonly Answer<{ Ipv6CidrBlock: string }>[];
}>;

export type TransitGateway = Answer<{
  TransitGatewayId: string;
  Options: Answer<{ SecurityGroupReferencingSupport: string }>;
}>;

export type TransitGatewayAttachment = Answer<{
  TransitGatewayAttachmentId: string;
  TransitGatewayId: string;
  TransitGatewayOwnerId: string;
  /** `vpc`, `vpn`, `direct-connect-gateway`, `connect`, `peering`… */
  ResourceType: string;
  ResourceId: string;
  State: string;
  Association: Answer<{
    TransitGatewayRouteTableId: string;
    TransitGatewayPolicyTableId: string;
    State: string;
  }>;
}>;

export type TransitGatewayVpcAttachment = Answer<{
  TransitGatewayAttachmentId: string;
  TransitGatewayId: string;
  VpcId: string;
  VpcOwnerId: string;
  State: string;
  SubnetIds: readonly string[];
  Options: Answer<{
    Ipv6Support: string;
    SecurityGroupReferencingSupport: string;
    ApplianceModeSupport: string;
  }>;
}>;

export type TransitGatewayPeeringAttachment = Answer<{
  TransitGatewayAttachmentId: string;
  AccepterTransitGatewayAttachmentId: string;
  State: string;
  RequesterTgwInfo: Answer<{ TransitGatewayId: string; Region: string }>;
  AccepterTgwInfo: Answer<{ TransitGatewayId: string; Region: string }>;
}>;

/** The routes of a search together, or one of them. */
export type TransitGatewayRouteSearch = TransitGatewayRoute &
  Answer<{
    TransitGatewayRouteTableId: string;
    /** The address that it was for, with the filter `route-search.longest-prefix-match`; left out: all routes. */
    LongestPrefixMatch: string;
    Routes: readonly TransitGatewayRoute[];
    AdditionalRoutesAvailable: boolean;
  }>;

export type TransitGatewayRoute = Answer<{
  DestinationCidrBlock: string;
  PrefixListId: string;
  /** `static` or `propagated`. */
  Type: string;
  /** `active` or `blackhole`. */
  State: string;
  TransitGatewayAttachments: readonly Answer<{
    TransitGatewayAttachmentId: string;
    ResourceType: string;
    ResourceId: string;
  }>[];
}>;

export type VpnGateway = Answer<{
  VpnGatewayId: string;
  State: string;
  VpcAttachments: readonly Answer<{ VpcId: string; State: string }>[];
}>;

export type VpnConnection = Answer<{
  VpnConnectionId: string;
  VpnGatewayId: string;
  State: string;
  Options: Answer<{ StaticRoutesOnly: boolean }>;
  Routes: readonly Answer<{ DestinationCidrBlock: string; State: string }>[];
  VgwTelemetry: readonly Answer<{ Status: string }>[];
}>;

export type NatGateway = Answer<{
  NatGatewayId: string;
  State: string;
  SubnetId: string;
  VpcId: string;
  NatGatewayAddresses: readonly Answer<{ PrivateIp: string; IsPrimary: boolean }>[];
}>;

export type VpcEndpoint = Answer<{
  VpcEndpointId: string;
  ServiceName: string;
  NetworkInterfaceIds: readonly string[];
  SubnetIds: readonly string[];
  Groups: readonly Answer<{ GroupId: string }>[];
}>;
