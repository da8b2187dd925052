import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { TransitGatewayRoute } from "../../../../../src/core/reach/snapshotGateways";
import {
  app,
  ask,
  cacheFar,
  cacheNear,
  edit,
  eni,
  near,
  office,
  onPremises,
  peered,
  route,
  transit,
  without,
} from "./network";
import { pages, type Trap } from "./trap";

const question = ask(cacheNear);
const common = { source: pages.codes, question } as const;
const toBox = { DestinationCidrBlock: "10.1.2.0/24" };
const toCache = { DestinationCidrBlock: "10.2.0.0/16", State: "active" };

/** With these routes in the table of the application's attachment, in the place of its own. */
function routed(
  ...routes: readonly (TransitGatewayRoute & { readonly to: string | readonly string[] })[]
): Snapshot {
  const entries = routes.map(({ to, ...each }) => ({
    ...toCache,
    TransitGatewayAttachments: [to].flat().map((name) => ({
      TransitGatewayAttachmentId: `tgw-attach-${name}`,
      ...(name === "cache" ? {} : { ResourceType: "vpn" }),
    })),
    ...each,
  }));
  return edit(transit(), "TransitGatewayRoutes", "tgw-rtb-app", { Routes: entries });
}

/** What is told where the network is not as usual, or the question is not. */
export const edgeTraps: readonly Trap[] = [
  {
    ...common,
    title: "to a text that is no address",
    net: near(),
    question: ask("cache.example"),
    verdict: "blocked",
    decides: ["source", "cache.example", "NO_SOURCE_OR_DESTINATION"],
    says: /^cache\.example is not an address\.$/,
  },
  {
    ...common,
    title: "from a text that is no address",
    net: near(),
    question: ask(cacheNear, { address: "10.1.1.0/24" }),
    verdict: "blocked",
    decides: ["source", "10.1.1.0/24", "NO_SOURCE_OR_DESTINATION"],
    says: /^10\.1\.1\.0\/24 is not an address\.$/,
  },
  {
    ...common,
    title: "from an address of the other family",
    net: near(),
    question: ask(cacheNear, { address: "fd00::1" }),
    verdict: "blocked",
    decides: ["source", "fd00::1", "NO_SOURCE_OR_DESTINATION"],
    says: /^fd00::1 has no IPv4 address, and 10\.1\.2\.20 is one\.$/,
  },
  ...(["attaching", "detaching"] as const).map(
    (Status): Trap => ({
      ...common,
      title: `from an interface that is ${Status}`,
      net: edit(near(), "NetworkInterfaces", "eni-app", { Status }),
      verdict: "blocked",
      decides: ["source", "eni-app", "BAD_STATE_ATTACHMENT"],
      says: new RegExp(`^eni-app is ${Status}: nothing uses it\\.$`),
    }),
  ),
  {
    ...common,
    title: "from an instance whose state nobody tells",
    net: {
      ...edit(near(), "NetworkInterfaces", "eni-app", { Attachment: { InstanceId: "i-1" } }),
      Reservations: [{}, { Instances: [{ InstanceId: "i-1" }] }],
    },
    verdict: "reachable",
    decides: ["source", "eni-app"],
    says: /^eni-app, of i-1, has 10\.1\.1\.10/,
  },
  {
    ...common,
    title: "from an interface without groups that is no NAT gateway's",
    net: edit(near(), "NetworkInterfaces", "eni-app", { Groups: [] }),
    verdict: "unknown",
    decides: ["sourceEgress", "eni-app", "UNSUPPORTED_COMPONENT"],
    says: /^eni-app has no security groups, and what it lets out is not known\.$/,
  },
  {
    ...common,
    title: "a source that forgets idle connections sooner than usual",
    net: edit(near(), "NetworkInterfaces", "eni-app", {
      ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 350 },
    }),
    verdict: "reachable",
    decides: ["sourceEgress", "eni-app"],
    says: /^eni-app forgets a connection that is idle for 350 seconds: keep-alives must come sooner\.$/,
  },
  {
    ...common,
    title: "network ACLs that were refused",
    net: without(near(), "NetworkAcls"),
    verdict: "unknown",
    decides: ["sourceAclOut", "subnet-app", "UNKNOWN_RESOURCE"],
    action: "ec2:DescribeNetworkAcls",
  },
  {
    ...common,
    title: "a network ACL's entry for TCP without ports is for all of them",
    net: edit(near(), "NetworkAcls", "acl-app", {
      Entries: [
        { RuleNumber: 100, RuleAction: "allow", Egress: true, Protocol: "6", CidrBlock: "0.0.0.0/0" },
        { RuleNumber: 100, RuleAction: "allow", Egress: false, Protocol: "tcp", CidrBlock: "0.0.0.0/0" },
      ],
    }),
    verdict: "reachable",
    decides: ["sourceAclOut", "acl-app"],
    says: /by rule 100\.$/,
  },
  {
    ...common,
    title: "a network ACL's entry without a number comes last",
    net: edit(near(), "NetworkAcls", "acl-app", {
      Entries: [
        { RuleAction: "deny", Egress: true, Protocol: "-1", CidrBlock: "0.0.0.0/0" },
        { RuleNumber: 200, RuleAction: "allow", Egress: true, CidrBlock: "0.0.0.0/0" },
        { RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" },
      ],
    }),
    verdict: "reachable",
    decides: ["sourceAclIn", "acl-app"],
    says: /by rule \*\.$/,
  },
  {
    ...common,
    title: "a route to an instance is one to its interface",
    net: route(
      edit(near(), "NetworkInterfaces", "eni-box", { Attachment: { InstanceId: "i-box" } }),
      "rtb-app",
      { ...toBox, InstanceId: "i-box" },
    ),
    verdict: "reachable",
    decides: ["sourceRoute", "eni-box"],
    says: /software's to say/,
  },
  {
    ...common,
    title: "a route to an interface that was not read",
    net: route(near(), "rtb-app", { ...toBox, NetworkInterfaceId: "eni-other" }),
    verdict: "unknown",
    decides: ["sourceRoute", "eni-other", "UNKNOWN_RESOURCE"],
  },
  {
    ...common,
    title: "a route to an interface that is attached to nothing",
    net: route(edit(near(), "NetworkInterfaces", "eni-box", { Status: "available" }), "rtb-app", {
      ...toBox,
      NetworkInterfaceId: "eni-box",
    }),
    verdict: "blocked",
    decides: ["sourceRoute", "eni-box", "BAD_STATE_ATTACHMENT"],
    says: /^eni-box is attached to nothing\.$/,
  },
  {
    ...common,
    title: "an appliance without groups is asked nothing of them",
    net: route(edit(near(), "NetworkInterfaces", "eni-box", { Groups: [] }), "rtb-app", {
      ...toBox,
      NetworkInterfaceId: "eni-box",
    }),
    verdict: "reachable",
    decides: ["sourceRoute", "eni-box"],
    says: /software's to say/,
  },
  ...[
    ["a local gateway", { LocalGatewayId: "lgw-1" }, "lgw-1"],
    ["a carrier gateway", { CarrierGatewayId: "cagw-1" }, "cagw-1"],
    ["a core network", { CoreNetworkArn: "arn:core" }, "arn:core"],
    ["Oracle's network", { OdbNetworkArn: "arn:odb" }, "arn:odb"],
    ["a gateway of a kind yet to come", { GatewayId: "xgw-1" }, "xgw-1"],
  ].map(
    ([what, target, id]): Trap => ({
      ...common,
      title: `a route to ${what} leads to what is not evaluated`,
      net: route(near(), "rtb-app", { ...toBox, ...Object(target) }),
      verdict: "unknown",
      decides: ["sourceRoute", "rtb-app", "UNSUPPORTED_COMPONENT"],
      says: new RegExp(`sends 10\\.1\\.2\\.20 to ${id}, and what lies behind that is not evaluated\\.$`),
    }),
  ),
  {
    ...common,
    title: "an egress-only internet gateway leads to no cache",
    net: edit(peered(), "RouteTables", "rtb-app", {
      Routes: [{ DestinationCidrBlock: "0.0.0.0/0", EgressOnlyInternetGatewayId: "eigw-1" }],
    }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"],
    says: /to eigw-1, and the internet does not lead there\.$/,
  },
  {
    ...common,
    title: "a peer's block that its VPC has no more holds nobody",
    net: edit(edit(peered(), "Vpcs", "vpc-cache", { CidrBlock: "10.9.0.0/16" }), "Subnets", "subnet-cache", {
      CidrBlock: "10.9.1.0/24",
    }),
    question: ask("10.2.1.99"),
    verdict: "blocked",
    decides: ["peering", "pcx-1", "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"],
    says: /^pcx-1 leads to vpc-cache, whose blocks do not hold 10\.2\.1\.99\.$/,
  },
  {
    ...common,
    title: "of two VPCs that have one address, the one that the way leads to is meant",
    net: {
      ...peered(),
      NetworkInterfaces: [eni("twin", cacheFar, "other", "other"), ...(peered().NetworkInterfaces ?? [])],
    },
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
  {
    ...common,
    title: "a virtual private gateway that was not read",
    net: without(onPremises(), "VpnGateways"),
    question: ask(cacheNear, office),
    verdict: "unknown",
    decides: ["virtualPrivateGateway", "vgw-1", "UNKNOWN_RESOURCE"],
    action: "ec2:DescribeVpnGateways",
  },
  {
    ...common,
    title: "an attachment from outside that does not carry",
    net: edit(transit(), "TransitGatewayAttachments", "tgw-attach-app", { State: "failed" }),
    question: ask(cacheFar, { address: "10.1.200.5", gatewayId: "tgw-attach-app" }),
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-app", "BAD_STATE_ATTACHMENT"],
    says: /^tgw-attach-app is failed, and only an available attachment carries\.$/,
  },
  {
    ...common,
    title: "a transit gateway's route that is deleted is none",
    net: routed({ to: "vpn", State: "deleted", Type: "static" }, { to: "cache", Type: "propagated" }),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["transitGateway", "tgw-rtb-app"],
    says: /goes to tgw-attach-cache\.$/,
  },
  {
    ...common,
    title: "a transit gateway's route in a state that nobody explains",
    net: routed({ to: "cache", State: "pending", Type: "static" }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_BAD_STATE_ROUTE"],
    says: /^10\.2\.0\.0\/16 in tgw-rtb-app is pending\.$/,
  },
  {
    ...common,
    title: "two equal routes of a transit gateway to two VPCs",
    net: routed(
      { to: "cache", Type: "propagated" },
      {
        to: "app",
        Type: "propagated",
        TransitGatewayAttachments: [{ TransitGatewayAttachmentId: "tgw-attach-app", ResourceType: "vpc" }],
      },
    ),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
    says: /leads to tgw-attach-cache and tgw-attach-app, and which of them is not known\.$/,
  },
  {
    ...common,
    title: "a transit gateway's route that leads to nothing",
    net: routed({ to: [], Type: "static" }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-rtb-app", "TGW_RTB_ROUTES_ARE_UNKNOWN"],
  },
  ...(
    [
      ["static before propagated", { to: "vpn", Type: "propagated" }, { to: "cache", Type: "static" }],
      [
        "a prefix list's before propagated",
        { to: "vpn", Type: "propagated" },
        { to: "cache", Type: "static", PrefixListId: "pl-1" },
      ],
      [
        "static before a prefix list's",
        { to: "vpn", Type: "static", PrefixListId: "pl-1" },
        { to: "cache", Type: "static" },
      ],
      ["a VPC's before a VPN's", { to: "vpn", Type: "propagated" }, { to: "cache", Type: "propagated" }],
      [
        "a VPN's before one of a kind yet to come",
        {
          to: [],
          Type: "propagated",
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: "tgw-attach-x", ResourceType: "new" }],
        },
        { to: "cache", Type: "propagated" },
      ],
      [
        "the longer one, whatever its kind",
        { to: "vpn", Type: "static", DestinationCidrBlock: "10.0.0.0/8" },
        { to: "cache", Type: "propagated" },
      ],
    ] as const
  ).map(
    ([what, one, other]): Trap => ({
      ...common,
      source: pages.transitGateways,
      title: `of a transit gateway's routes ${what}`,
      net: routed(one, other),
      question: ask(cacheFar),
      verdict: "reachable",
      decides: ["transitGateway", "tgw-rtb-app"],
      says: /goes to tgw-attach-cache\.$/,
    }),
  ),
  {
    ...common,
    title: "a packet that a transit gateway spreads over two VPN connections goes out of AWS",
    net: routed({ to: "vpn", Type: "propagated" }, { to: "vpn-2", Type: "propagated" }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["transitGateway", "tgw-attach-vpn", "UNSUPPORTED_COMPONENT"],
    says: /^tgw-attach-vpn takes what is for 10\.2\.1\.20 out of AWS/,
  },
  ...(
    [
      ["are one where their ids are, whatever each account calls them", "az1", "reachable"],
      ["are two where their ids are, though they have one name", "az2", "blocked"],
    ] as const
  ).map(
    ([what, id, verdict]): Trap => ({
      ...common,
      source: pages.transitAttachments,
      title: `zones ${what}`,
      net: edit(
        edit(transit(), "Subnets", "subnet-app", { AvailabilityZoneId: "az1" }),
        "Subnets",
        "subnet-door-app",
        { AvailabilityZone: id === "az1" ? "zone-x" : "zone-a", AvailabilityZoneId: id },
      ),
      question: ask(cacheFar),
      verdict,
      decides:
        verdict === "blocked"
          ? ["transitGateway", "tgw-attach-app", "TGW_ROUTE_AZ_RESTRICTION"]
          : ["transitGateway", "tgw-attach-app"],
    }),
  ),
  {
    ...common,
    title: "in one subnet, by the source's address",
    net: edit(near(), "NetworkInterfaces", "eni-cache", { SubnetId: "subnet-app" }),
    question: ask(cacheNear, { address: app }),
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
];
