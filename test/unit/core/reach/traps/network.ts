import type { Question } from "../../../../../src/core/reach/question";
import type { ListName, Snapshot } from "../../../../../src/core/reach/snapshot";
import type { NetworkInterface, Route } from "../../../../../src/core/reach/snapshotNetwork";

/** An application, `eni-app`, and a cache's node, `eni-cache`, in one VPC or in two. Everything lets it pass. */
export const app = "10.1.1.10";
export const cacheNear = "10.1.2.20";
export const cacheFar = "10.2.1.20";

export function ask(to: string, from: Question["from"] = { networkInterfaceId: "eni-app" }): Question {
  return { from, to: { address: to }, port: 6379 };
}

const open = [true, false].map((Egress) => ({
  RuleNumber: 100,
  RuleAction: "allow",
  Egress,
  Protocol: "-1",
  CidrBlock: "0.0.0.0/0",
}));

const everything = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];

export function eni(
  name: string,
  PrivateIpAddress: string,
  subnet: string,
  vpc: string,
  more: NetworkInterface = {},
): NetworkInterface {
  return {
    NetworkInterfaceId: `eni-${name}`,
    PrivateIpAddress,
    SubnetId: `subnet-${subnet}`,
    VpcId: `vpc-${vpc}`,
    Status: "in-use",
    SourceDestCheck: true,
    Groups: [{ GroupId: `sg-${name}` }],
    ...more,
  };
}

function subnet(name: string, VpcId: string, CidrBlock: string, zone: string) {
  return { SubnetId: `subnet-${name}`, VpcId, CidrBlock, AvailabilityZone: zone };
}

export function table(
  name: string,
  vpc: string,
  routes: readonly Route[],
  association: object = { Main: true },
) {
  return {
    RouteTableId: `rtb-${name}`,
    VpcId: `vpc-${vpc}`,
    Associations: [association],
    Routes: [
      { DestinationCidrBlock: vpc === "app" ? "10.1.0.0/16" : "10.2.0.0/16", GatewayId: "local" },
      ...routes,
    ],
  };
}

function group(name: string, IpPermissions: object[] = everything) {
  return { GroupId: `sg-${name}`, IpPermissions, IpPermissionsEgress: everything };
}

function acl(name: string, VpcId: string, subnets: readonly string[]) {
  return {
    NetworkAclId: `acl-${name}`,
    VpcId,
    IsDefault: false,
    Associations: subnets.map((each) => ({ SubnetId: `subnet-${each}` })),
    Entries: open,
  };
}

const redis = [{ IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, IpRanges: [{ CidrIp: "10.1.0.0/16" }] }];

/** Both in one VPC, in two subnets. */
export function near(): Snapshot {
  return {
    Vpcs: [{ VpcId: "vpc-app", CidrBlock: "10.1.0.0/16" }],
    Subnets: [
      subnet("app", "vpc-app", "10.1.1.0/24", "zone-a"),
      subnet("cache", "vpc-app", "10.1.2.0/24", "zone-b"),
      subnet("box", "vpc-app", "10.1.3.0/24", "zone-a"),
    ],
    NetworkInterfaces: [
      eni("app", app, "app", "app"),
      eni("cache", cacheNear, "cache", "app", {
        RequesterId: "amazon-elasticache",
        Description: "ElastiCache prod-0001-001",
      }),
      eni("box", "10.1.3.30", "box", "app", { SourceDestCheck: false }),
    ],
    SecurityGroups: [group("app"), group("cache", redis), group("box")],
    NetworkAcls: [
      acl("app", "vpc-app", ["app"]),
      acl("cache", "vpc-app", ["cache"]),
      acl("box", "vpc-app", ["box"]),
    ],
    RouteTables: [
      table("app", "app", []),
      table("cache", "app", [], { SubnetId: "subnet-cache" }),
      table("box", "app", [], { SubnetId: "subnet-box" }),
    ],
  };
}

/** In two VPCs; what joins them, and the routes to it, come from elsewhere. */
function far(there: Route, back: Route): Snapshot {
  const base = near();
  return {
    ...base,
    Vpcs: [...(base.Vpcs ?? []), { VpcId: "vpc-cache", CidrBlock: "10.2.0.0/16" }],
    Subnets: [
      subnet("app", "vpc-app", "10.1.1.0/24", "zone-a"),
      subnet("door-app", "vpc-app", "10.1.9.0/28", "zone-a"),
      subnet("cache", "vpc-cache", "10.2.1.0/24", "zone-a"),
      subnet("door-cache", "vpc-cache", "10.2.9.0/28", "zone-a"),
    ],
    NetworkInterfaces: [
      eni("app", app, "app", "app"),
      eni("cache", cacheFar, "cache", "cache", {
        RequesterId: "amazon-elasticache",
        Description: "ElastiCache prod-0001-001",
      }),
    ],
    NetworkAcls: [
      acl("app", "vpc-app", ["app"]),
      acl("cache", "vpc-cache", ["cache"]),
      acl("door-app", "vpc-app", ["door-app"]),
      acl("door-cache", "vpc-cache", ["door-cache"]),
    ],
    RouteTables: [
      table("app", "app", [{ DestinationCidrBlock: "10.2.0.0/16", ...there }]),
      table("cache", "cache", [{ DestinationCidrBlock: "10.1.0.0/16", ...back }]),
    ],
  };
}

export function peered(): Snapshot {
  const route = { VpcPeeringConnectionId: "pcx-1" };
  return {
    ...far(route, route),
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: "pcx-1",
        Status: { Code: "active" },
        RequesterVpcInfo: { VpcId: "vpc-app", CidrBlock: "10.1.0.0/16", Region: "us-east-1" },
        AccepterVpcInfo: { VpcId: "vpc-cache", CidrBlock: "10.2.0.0/16", Region: "us-east-1" },
      },
    ],
  };
}

export function transit(): Snapshot {
  const route = { TransitGatewayId: "tgw-1" };
  const attached = ["app", "cache"];
  const to = (name: string, CidrBlock: string) => ({
    DestinationCidrBlock: CidrBlock,
    Type: "propagated",
    State: "active",
    TransitGatewayAttachments: [{ TransitGatewayAttachmentId: `tgw-attach-${name}`, ResourceType: "vpc" }],
  });
  return {
    ...far(route, route),
    TransitGateways: [{ TransitGatewayId: "tgw-1", Options: { SecurityGroupReferencingSupport: "enable" } }],
    TransitGatewayVpcAttachments: attached.map((name) => ({
      TransitGatewayAttachmentId: `tgw-attach-${name}`,
      TransitGatewayId: "tgw-1",
      VpcId: `vpc-${name}`,
      State: "available",
      SubnetIds: [`subnet-door-${name}`],
      Options: { SecurityGroupReferencingSupport: "enable", Ipv6Support: "disable" },
    })),
    TransitGatewayAttachments: attached.map((name) => ({
      TransitGatewayAttachmentId: `tgw-attach-${name}`,
      TransitGatewayId: "tgw-1",
      ResourceType: "vpc",
      ResourceId: `vpc-${name}`,
      State: "available",
      Association: { TransitGatewayRouteTableId: `tgw-rtb-${name}`, State: "associated" },
    })),
    TransitGatewayRoutes: [
      { TransitGatewayRouteTableId: "tgw-rtb-app", Routes: [to("cache", "10.2.0.0/16")] },
      { TransitGatewayRouteTableId: "tgw-rtb-cache", Routes: [to("app", "10.1.0.0/16")] },
    ],
  };
}

/** The cache in a VPC with a virtual private gateway, for somebody at 172.16.0.5. */
export function onPremises(): Snapshot {
  const base = near();
  return {
    ...base,
    SecurityGroups: [group("cache")],
    VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: "vpc-app", State: "attached" }] }],
    RouteTables: [table("cache", "app", [{ DestinationCidrBlock: "172.16.0.0/16", GatewayId: "vgw-1" }])],
  };
}

export const office: Question["from"] = { address: "172.16.0.5", gatewayId: "vgw-1" };

/** The network with another object in the place of the one that has a field with this id. */
export function edit(net: Snapshot, list: ListName, id: string, change: object): Snapshot {
  const items: readonly object[] = net[list] ?? [];
  if (!items.some((item) => Object.values(item).includes(id))) {
    throw new Error(`There is no ${id} among the ${list}`);
  }
  const edited = items.map((item) => (Object.values(item).includes(id) ? { ...item, ...change } : item));
  return { ...net, [list]: edited };
}

/** With more routes in a table, in front of those that are there. */
export function route(net: Snapshot, tableId: string, ...routes: readonly Route[]): Snapshot {
  const before = net.RouteTables?.find(({ RouteTableId }) => RouteTableId === tableId)?.Routes ?? [];
  return edit(net, "RouteTables", tableId, { Routes: [...routes, ...before] });
}

export function without(net: Snapshot, ...lists: readonly ListName[]): Snapshot {
  return Object.fromEntries(Object.entries(net).filter(([name]) => !lists.some((list) => list === name)));
}
