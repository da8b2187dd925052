import type { CacheCluster, ReplicationGroup, ServerlessCache } from "./snapshotCaches";
import type {
  NatGateway,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayPeeringAttachment,
  TransitGatewayRouteSearch,
  TransitGatewayVpcAttachment,
  VpcEndpoint,
  VpcPeeringConnection,
  VpnConnection,
  VpnGateway,
} from "./snapshotGateways";
import type {
  NetworkAcl,
  NetworkInterface,
  PrefixList,
  PrefixListEntries,
  Reservation,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
  VpcAttributes,
} from "./snapshotNetwork";

/**
 * What was read of a network: one list a key, each as the API that lists it names it. A key that is absent was
 * not read, or was refused; a list that is there is whole, as far as the way meets it, but for what `NotRead` says.
 */
export interface Snapshot {
  readonly NetworkInterfaces?: readonly NetworkInterface[] | undefined;
  readonly Reservations?: readonly Reservation[] | undefined;
  readonly Subnets?: readonly Subnet[] | undefined;
  readonly Vpcs?: readonly Vpc[] | undefined;
  /** DescribeVpcAttribute, once for each VPC and attribute; answers about one VPC may be merged. */
  readonly VpcAttributes?: readonly VpcAttributes[] | undefined;
  readonly RouteTables?: readonly RouteTable[] | undefined;
  readonly NetworkAcls?: readonly NetworkAcl[] | undefined;
  readonly SecurityGroups?: readonly SecurityGroup[] | undefined;
  /** Instead of, or beside, the permissions of `SecurityGroups`. */
  readonly SecurityGroupRules?: readonly SecurityGroupRule[] | undefined;
  readonly ManagedPrefixLists?: readonly PrefixList[] | undefined;
  /** GetManagedPrefixListEntries, which does not say whose entries they are: they are put beside the list's id. */
  readonly ManagedPrefixListEntries?: readonly PrefixListEntries[] | undefined;
  readonly PrefixLists?: readonly PrefixList[] | undefined;
  readonly VpcPeeringConnections?: readonly VpcPeeringConnection[] | undefined;
  readonly TransitGateways?: readonly TransitGateway[] | undefined;
  readonly TransitGatewayAttachments?: readonly TransitGatewayAttachment[] | undefined;
  readonly TransitGatewayVpcAttachments?: readonly TransitGatewayVpcAttachment[] | undefined;
  readonly TransitGatewayPeeringAttachments?: readonly TransitGatewayPeeringAttachment[] | undefined;
  /** SearchTransitGatewayRoutes, which does not say of which table: its routes are put beside the table's id. */
  readonly TransitGatewayRoutes?: readonly TransitGatewayRouteSearch[] | undefined;
  /** Where somebody put the routes into the answer about the tables themselves. */
  readonly TransitGatewayRouteTables?: readonly TransitGatewayRouteSearch[] | undefined;
  readonly VpnGateways?: readonly VpnGateway[] | undefined;
  readonly VpnConnections?: readonly VpnConnection[] | undefined;
  readonly NatGateways?: readonly NatGateway[] | undefined;
  readonly VpcEndpoints?: readonly VpcEndpoint[] | undefined;
  readonly CacheClusters?: readonly CacheCluster[] | undefined;
  readonly ReplicationGroups?: readonly ReplicationGroup[] | undefined;
  readonly ServerlessCaches?: readonly ServerlessCache[] | undefined;
  /** Parts of lists that are missing: those of a VPC in an account that no profile reads, for one. */
  readonly NotRead?: readonly NotRead[] | undefined;
  /** Told of what the way meets and that is not here, so that it can be read. No part of the network. */
  readonly Wanted?: ((wish: Wish) => void) | undefined;
}

export type ListName = Exclude<keyof Snapshot, "NotRead" | "Wanted">;

export interface NotRead {
  readonly list: ListName;
  /** The VPC whose objects are missing; left out: any may be. */
  readonly vpcId?: string | undefined;
}

/**
 * Something that the way meets and that is not in the snapshot. Whoever reads a network asks for these, puts the
 * answers in, and asks the core again, until it wishes for nothing more.
 */
export interface Wish {
  readonly list: ListName;
  /**
   * Its id; an address, for an interface that has it; `subnet-…` for a subnet's interfaces, route table or ACL; a VPC's
   * for all its subnets, its attributes, or a transit gateway's attachment to it; `everything` for a whole list.
   */
  readonly id: string;
  /** The VPC that it is in, where that is known: another account's is asked for there. */
  readonly vpcId?: string | undefined;
  /** What is searched for in a transit gateway's route table; the gateway of an attachment. */
  readonly of?: string | undefined;
}

/** The IAM action that reads each list. */
export const actions: Readonly<Record<ListName, string>> = {
  NetworkInterfaces: "ec2:DescribeNetworkInterfaces",
  Reservations: "ec2:DescribeInstances",
  Subnets: "ec2:DescribeSubnets",
  Vpcs: "ec2:DescribeVpcs",
  VpcAttributes: "ec2:DescribeVpcAttribute",
  RouteTables: "ec2:DescribeRouteTables",
  NetworkAcls: "ec2:DescribeNetworkAcls",
  SecurityGroups: "ec2:DescribeSecurityGroups",
  SecurityGroupRules: "ec2:DescribeSecurityGroupRules",
  ManagedPrefixLists: "ec2:DescribeManagedPrefixLists",
  ManagedPrefixListEntries: "ec2:GetManagedPrefixListEntries",
  PrefixLists: "ec2:DescribePrefixLists",
  VpcPeeringConnections: "ec2:DescribeVpcPeeringConnections",
  TransitGateways: "ec2:DescribeTransitGateways",
  TransitGatewayAttachments: "ec2:DescribeTransitGatewayAttachments",
  TransitGatewayVpcAttachments: "ec2:DescribeTransitGatewayVpcAttachments",
  TransitGatewayPeeringAttachments: "ec2:DescribeTransitGatewayPeeringAttachments",
  TransitGatewayRoutes: "ec2:SearchTransitGatewayRoutes",
  TransitGatewayRouteTables: "ec2:DescribeTransitGatewayRouteTables",
  VpnGateways: "ec2:DescribeVpnGateways",
  VpnConnections: "ec2:DescribeVpnConnections",
  NatGateways: "ec2:DescribeNatGateways",
  VpcEndpoints: "ec2:DescribeVpcEndpoints",
  CacheClusters: "elasticache:DescribeCacheClusters",
  ReplicationGroups: "elasticache:DescribeReplicationGroups",
  ServerlessCaches: "elasticache:DescribeServerlessCaches",
};
