import { read } from "./request";

/** The parameters that the reads of a way have in common. Each takes those that it knows. */
export interface PathInput {
  readonly Filters?: { Name: string; Values: string[] }[];
  readonly MaxResults?: number;
  readonly VpcId?: string;
  readonly PrefixListId?: string;
  readonly TransitGatewayRouteTableId?: string;
}

/** Values by the names of EC2's filters: each must match, by one of its values. */
export type PathFilters = Readonly<Record<string, readonly string[]>>;

/** EC2's actions that list what a way may meet. */
const actions = {
  NetworkInterfaces: "DescribeNetworkInterfaces",
  Reservations: "DescribeInstances",
  Subnets: "DescribeSubnets",
  Vpcs: "DescribeVpcs",
  RouteTables: "DescribeRouteTables",
  NetworkAcls: "DescribeNetworkAcls",
  SecurityGroups: "DescribeSecurityGroups",
  SecurityGroupRules: "DescribeSecurityGroupRules",
  VpcPeeringConnections: "DescribeVpcPeeringConnections",
  TransitGateways: "DescribeTransitGateways",
  TransitGatewayAttachments: "DescribeTransitGatewayAttachments",
  TransitGatewayVpcAttachments: "DescribeTransitGatewayVpcAttachments",
  TransitGatewayPeeringAttachments: "DescribeTransitGatewayPeeringAttachments",
  VpnGateways: "DescribeVpnGateways",
  VpnConnections: "DescribeVpnConnections",
  NatGateways: "DescribeNatGateways",
  VpcEndpoints: "DescribeVpcEndpoints",
} as const;

export type FilteredList = keyof typeof actions;
/** A list of the snapshot that EC2 is asked for. */
export type PathList = FilteredList | "VpcAttributes" | "ManagedPrefixListEntries" | "TransitGatewayRoutes";

/**
 * Less than is allowed where a list can be long: a page of 500 interfaces takes 50 ms to parse, in which nobody else gets
 * a turn. Else all in one.
 */
const pageSizes: Partial<Record<FilteredList, number>> = {
  NetworkInterfaces: 200,
  RouteTables: 100,
  SecurityGroupRules: 250,
  SecurityGroups: 200,
};

/** The requests that a way is read by, all of EC2: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ */
export const pathRequests = {
  filtered: (list: FilteredList, filters: PathFilters) => {
    const MaxResults = pageSizes[list];
    const input: PathInput = {
      Filters: Object.entries(filters).map(([Name, values]) => ({ Name, Values: [...values] })),
      ...(MaxResults === undefined ? {} : { MaxResults }),
    };
    return read("ec2", actions[list], input);
  },
  vpcAttributes: (vpcId: string) => read("ec2", "DescribeVpcAttribute", attribute(vpcId)),
  prefixListEntries: (id: string) => read("ec2", "GetManagedPrefixListEntries", prefixList(id)),
  /** AWS looks the address up, routes that were learnt by BGP included. */
  transitGatewayRoutes: (tableId: string, address: string) =>
    read("ec2", "SearchTransitGatewayRoutes", search(tableId, address)),
};

function attribute(VpcId: string): PathInput {
  return { VpcId };
}

function prefixList(PrefixListId: string): PathInput {
  return { PrefixListId, MaxResults: 100 };
}

function search(TransitGatewayRouteTableId: string, address: string): PathInput {
  return {
    TransitGatewayRouteTableId,
    Filters: [{ Name: "route-search.longest-prefix-match", Values: [address] }],
  };
}
