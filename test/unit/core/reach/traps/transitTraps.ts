import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { TransitGatewayRoute } from "../../../../../src/core/reach/snapshotGateways";
import type { Route } from "../../../../../src/core/reach/snapshotNetwork";
import { ask, cacheFar, edit, table, transit, without } from "./network";
import { pages, type Trap } from "./trap";

function to(id: string, block: string, more: TransitGatewayRoute = {}): TransitGatewayRoute {
  return {
    DestinationCidrBlock: block,
    Type: "static",
    State: "active",
    TransitGatewayAttachments: [{ TransitGatewayAttachmentId: id, ResourceType: "vpc" }],
    ...more,
  };
}

function gatewayRoutes(...Routes: readonly TransitGatewayRoute[]): Snapshot {
  return edit(transit(), "TransitGatewayRoutes", "tgw-rtb-app", { Routes });
}

const right = to("tgw-attach-cache", "10.2.0.0/16", { Type: "propagated" });

/** The cache's group names the application's. */
function byGroup(net: Snapshot = transit()): Snapshot {
  return edit(net, "SecurityGroups", "sg-cache", {
    IpPermissions: [
      { IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, UserIdGroupPairs: [{ GroupId: "sg-app" }] },
    ],
  });
}

const off = { Options: { SecurityGroupReferencingSupport: "disable" } };

/** The cache's VPC is attached to a second gateway. */
function twoGateways(route: TransitGatewayRoute, state = "available"): Snapshot {
  const base = transit();
  const peering = { TransitGatewayAttachmentId: "tgw-attach-peering", ResourceType: "peering" };
  return {
    ...base,
    RouteTables: edit(base, "RouteTables", "rtb-cache", {
      Routes: [{ DestinationCidrBlock: "10.1.0.0/16", TransitGatewayId: "tgw-2" }],
    }).RouteTables,
    TransitGatewayVpcAttachments: edit(base, "TransitGatewayVpcAttachments", "tgw-attach-cache", {
      TransitGatewayId: "tgw-2",
    }).TransitGatewayVpcAttachments,
    TransitGatewayAttachments: [
      ...(edit(base, "TransitGatewayAttachments", "tgw-attach-cache", { TransitGatewayId: "tgw-2" })
        .TransitGatewayAttachments ?? []),
      ...["tgw-1", "tgw-2"].map((TransitGatewayId) => ({
        ...peering,
        TransitGatewayId,
        Association: { TransitGatewayRouteTableId: `${TransitGatewayId}-rtb-peering`, State: "associated" },
      })),
    ],
    TransitGatewayPeeringAttachments: [
      {
        TransitGatewayAttachmentId: "tgw-attach-peering",
        State: state,
        RequesterTgwInfo: { TransitGatewayId: "tgw-1" },
        AccepterTgwInfo: { TransitGatewayId: "tgw-2" },
      },
    ],
    TransitGatewayRoutes: [
      {
        TransitGatewayRouteTableId: "tgw-rtb-app",
        Routes: [{ ...route, TransitGatewayAttachments: [peering] }],
      },
      { TransitGatewayRouteTableId: "tgw-2-rtb-peering", Routes: [right] },
      {
        TransitGatewayRouteTableId: "tgw-rtb-cache",
        Routes: [{ ...to("", "10.1.0.0/16"), TransitGatewayAttachments: [peering] }],
      },
      { TransitGatewayRouteTableId: "tgw-1-rtb-peering", Routes: [to("tgw-attach-app", "10.1.0.0/16")] },
    ],
  };
}

const question = ask(cacheFar);
const fromOffice = ask(cacheFar, { address: "10.1.200.5", gatewayId: "tgw-attach-vpn" });

/** A VPN in the application's place, and where replies to it go. */
function byVpn(home: string): Snapshot {
  const vpn = [{ TransitGatewayAttachmentId: home, ResourceType: "vpn" }];
  const base = edit(transit(), "TransitGatewayRoutes", "tgw-rtb-cache", {
    Routes: [{ ...to("", "10.1.0.0/16"), TransitGatewayAttachments: vpn }],
  });
  return {
    ...base,
    TransitGatewayAttachments: [
      ...(base.TransitGatewayAttachments ?? []),
      {
        TransitGatewayAttachmentId: "tgw-attach-vpn",
        TransitGatewayId: "tgw-1",
        ResourceType: "vpn",
        State: "available",
        Association: { TransitGatewayRouteTableId: "tgw-rtb-app", State: "associated" },
      },
    ],
  };
}

/** The gateway comes into the cache's VPC by either of two subnets, each with an ACL, and a table, of its own. */
function twoDoors(acl: object, routes: readonly Route[] = []): Snapshot {
  const base = transit();
  const subnet = { ...base.Subnets?.find(({ SubnetId }) => SubnetId === "subnet-door-cache") };
  const both = edit(base, "TransitGatewayVpcAttachments", "tgw-attach-cache", {
    SubnetIds: ["subnet-door-cache", "subnet-door-2"],
    Options: { ApplianceModeSupport: "enable" },
  });
  return {
    ...both,
    Subnets: [...(both.Subnets ?? []), { ...subnet, SubnetId: "subnet-door-2", CidrBlock: "10.2.8.0/28" }],
    NetworkAcls: [
      ...(both.NetworkAcls ?? []),
      {
        ...both.NetworkAcls?.[0],
        ...{ NetworkAclId: "acl-door-2", VpcId: "vpc-cache", Associations: [{ SubnetId: "subnet-door-2" }] },
        ...acl,
      },
    ],
    RouteTables: [
      ...(both.RouteTables ?? []),
      table(
        "door-2",
        "cache",
        [{ DestinationCidrBlock: "10.1.0.0/16", TransitGatewayId: "tgw-1" }, ...routes],
        {
          SubnetId: "subnet-door-2",
        },
      ),
    ],
  };
}

const depends =
  /^By which of its subnets tgw-attach-cache brings it in is not known, and they do not do the same with it\.$/;

export const transitTraps: readonly Trap[] = [
  {
    title: "7. in appliance mode a gateway takes any of its subnets, which do the same with it",
    source: pages.transitAttachments,
    net: twoDoors({}),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["transitGateway", "tgw-attach-cache"],
    says: /by subnet-door-cache\.$/,
  },
  {
    title: "7. of two subnets that a gateway may take, one whose ACL denies leaves it open",
    source: pages.transitAttachments,
    net: twoDoors({ Entries: [] }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-attach-cache"],
    says: depends,
  },
  {
    title: "7. of two subnets that a gateway may take, one that leads nowhere leaves it open",
    source: pages.transitAttachments,
    net: twoDoors({}, [
      { DestinationCidrBlock: "10.2.1.0/24", VpcPeeringConnectionId: "pcx-gone", State: "blackhole" },
    ]),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-attach-cache"],
    says: depends,
  },
  {
    title: "7. where both subnets that a gateway may take deny it, it is blocked",
    source: pages.transitAttachments,
    net: edit(twoDoors({ Entries: [] }), "NetworkAcls", "acl-door-cache", { Entries: [] }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["transitGateway", "acl-door-cache", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "7. an attachment that is being modified carries",
    source: pages.transitAttachments,
    net: edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-cache", { State: "modifying" }),
    question: ask(cacheFar),
    verdict: "reachable",
  },
  {
    title: "7. a way over a transit gateway, there and back",
    source: pages.transitGateways,
    net: transit(),
    question,
    verdict: "reachable",
    decides: ["transitGateway", "tgw-attach-app"],
  },
  {
    title: "7. the attachment needs a subnet in the source's zone",
    source: pages.transitAttachments,
    net: edit(transit(), "Subnets", "subnet-door-app", { AvailabilityZone: "zone-b" }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-app", "TGW_ROUTE_AZ_RESTRICTION"],
  },
  {
    title: "7. and one in the cache's zone, for the replies",
    source: pages.transitAttachments,
    net: edit(transit(), "Subnets", "subnet-door-cache", { AvailabilityZone: "zone-b" }),
    question,
    verdict: "blocked",
    decides: ["returnRoute", "tgw-attach-cache", "TGW_ROUTE_AZ_RESTRICTION"],
  },
  {
    title: "7. an attachment whose subnet was not read may or may not be in the zone",
    source: pages.transitAttachments,
    net: edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-app", { SubnetIds: ["subnet-x"] }),
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-attach-app", "UNKNOWN_RESOURCE"],
  },
  {
    title: "7. only an available attachment carries",
    source: pages.transitAttachments,
    net: edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-cache", { State: "pendingAcceptance" }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-cache", "BAD_STATE_ATTACHMENT"],
  },
  {
    title: "7. an attachment without an association goes nowhere",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayAttachments", "tgw-attach-app", { Association: undefined }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-app", "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"],
  },
  {
    title: "7. an association that is not made yet is none",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayAttachments", "tgw-attach-app", {
      Association: { TransitGatewayRouteTableId: "tgw-rtb-app", State: "associating" },
    }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-app", "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"],
  },
  {
    title: "7. a policy table is not evaluated",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayAttachments", "tgw-attach-app", {
      Association: { TransitGatewayPolicyTableId: "tgw-ptb-1", State: "associated" },
    }),
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-ptb-1", "UNSUPPORTED_COMPONENT"],
  },
  {
    title: "7. the attachment's own table decides: a route in another one is none",
    source: pages.transitGateways,
    net: gatewayRoutes(to("tgw-attach-app", "10.1.0.0/16")),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"],
  },
  {
    title: "7. a blackhole that is longer",
    source: pages.transitGateways,
    net: gatewayRoutes(right, { DestinationCidrBlock: "10.2.1.0/24", Type: "static", State: "blackhole" }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_BAD_STATE_ROUTE"],
  },
  {
    title: "7. static beats propagated",
    source: pages.transitGateways,
    net: gatewayRoutes(right, { DestinationCidrBlock: "10.2.0.0/16", Type: "static", State: "blackhole" }),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_BAD_STATE_ROUTE"],
  },
  {
    title: "7. the replies need a route in the cache's table",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayRoutes", "tgw-rtb-cache", { Routes: [] }),
    question,
    verdict: "blocked",
    decides: ["returnRoute", "tgw-rtb-cache", "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"],
  },
  {
    title: "7. routes that only the gateway's owner may search are unknown",
    source: pages.codes,
    net: without(transit(), "TransitGatewayRoutes"),
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
    action: "ec2:SearchTransitGatewayRoutes",
  },
  {
    title: "7. AWS's own answer about a table has no routes in it, and proves nothing",
    source: pages.transitGateways,
    net: {
      ...without(transit(), "TransitGatewayRoutes"),
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "tgw-rtb-app", State: "available" }],
    },
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
  },
  {
    title: "7. routes one by one, and routes in their tables, are the same routes",
    source: pages.transitGateways,
    net: {
      ...transit(),
      TransitGatewayRoutes: [{ TransitGatewayRouteTableId: "tgw-rtb-app", ...right }],
      TransitGatewayRouteTables: [
        { TransitGatewayRouteTableId: "tgw-rtb-cache", Routes: [to("tgw-attach-app", "10.1.0.0/16")] },
      ],
    },
    question,
    verdict: "reachable",
  },
  {
    title: "7. a search for one address says nothing about another",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayRoutes", "tgw-rtb-app", {
      LongestPrefixMatch: "10.2.1.99",
      Routes: [],
    }),
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
  },
  {
    title: "7. routes of which there are more than were answered are unknown",
    source: pages.transitGateways,
    net: edit(transit(), "TransitGatewayRoutes", "tgw-rtb-app", { AdditionalRoutesAvailable: true }),
    question,
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
  },
  {
    title: "7. a static route leads to a peered gateway",
    source: pages.transitPeering,
    net: twoGateways(to("", "10.2.0.0/16")),
    question,
    verdict: "reachable",
    decides: ["transitGateway", "tgw-attach-peering"],
  },
  {
    title: "7. peered gateways propagate nothing to each other",
    source: pages.transitPeering,
    net: twoGateways(to("", "10.2.0.0/16", { Type: "propagated" })),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"],
  },
  {
    title: "7. a peering of gateways that nobody accepted carries nothing",
    source: pages.transitPeering,
    net: twoGateways(to("", "10.2.0.0/16"), "pendingAcceptance"),
    question,
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-peering", "BAD_STATE_ATTACHMENT"],
  },
  {
    title: "7. group references count over a transit gateway where both ends and the gateway have them on",
    source: pages.transitAttachments,
    net: byGroup(),
    question,
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
  {
    title: "7. group references do not count where one end has them off",
    source: pages.transitAttachments,
    net: byGroup(edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-app", off)),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCING_SUPPORT"],
    says: /tgw-attach-app/,
  },
  {
    title: "7. group references do not count where the gateway has them off, as it has by default",
    source: pages.transitAttachments,
    net: byGroup(edit(transit(), "TransitGateways", "tgw-1", { Options: {} })),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCING_SUPPORT"],
  },
  {
    title: "7. whether the gateway has references on matters only where a rule needs one",
    source: pages.transitAttachments,
    net: byGroup(without(transit(), "TransitGateways")),
    question,
    verdict: "unknown",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCING_SUPPORT"],
    action: "ec2:DescribeTransitGateways",
  },
  {
    title: "7. without such a rule the gateway's options are not met",
    source: pages.transitAttachments,
    net: without(transit(), "TransitGateways"),
    question,
    verdict: "reachable",
  },
  {
    title: "7. no egress rule counts that names a group over a transit gateway",
    source: pages.transitAttachments,
    net: edit(transit(), "SecurityGroups", "sg-app", {
      IpPermissionsEgress: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-cache" }] }],
    }),
    question,
    verdict: "blocked",
    decides: ["sourceEgress", "sg-app", "SG_REFERENCING_SUPPORT"],
  },
  {
    title: "7. no reference counts over a peering of gateways",
    source: pages.transitAttachments,
    net: byGroup(twoGateways(to("", "10.2.0.0/16"))),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
  },
  {
    title: "7. no reference counts for a VPC endpoint, so never for a serverless cache",
    source: pages.transitAttachments,
    net: edit(byGroup(), "NetworkInterfaces", "eni-cache", { InterfaceType: "vpc_endpoint" }),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
  },
  {
    title: "11. from on premises by a transit gateway, and home by the attachment that it came by",
    source: pages.transitGateways,
    net: byVpn("tgw-attach-vpn"),
    question: fromOffice,
    verdict: "reachable",
    decides: ["returnRoute", "tgw-attach-vpn"],
  },
  {
    title: "11. replies that leave by another attachment are lost from sight",
    source: pages.transitGateways,
    net: byVpn("tgw-attach-other"),
    question: fromOffice,
    verdict: "unknown",
    decides: ["returnRoute", "tgw-attach-other", "UNSUPPORTED_COMPONENT"],
  },
];
