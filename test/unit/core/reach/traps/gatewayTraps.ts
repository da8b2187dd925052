import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import {
  ask,
  cacheFar,
  cacheNear,
  edit,
  near,
  office,
  onPremises,
  peered,
  route,
  table,
  without,
} from "./network";
import { pages, type Trap } from "./trap";

const toBox = { DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-box" };
const boxBack = { DestinationCidrBlock: "10.1.1.0/24", NetworkInterfaceId: "eni-box" };

/** By an appliance, there and back. */
function inspected(): Snapshot {
  return route(route(near(), "rtb-app", toBox), "rtb-cache", boxBack);
}

function byGroup(net: Snapshot): Snapshot {
  return edit(net, "SecurityGroups", "sg-cache", {
    IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-app" }] }],
  });
}

/** By a private NAT gateway in subnet-box. */
function translated(): Snapshot {
  return {
    ...route(near(), "rtb-app", { DestinationCidrBlock: "10.1.2.0/24", NatGatewayId: "nat-1" }),
    NatGateways: [
      {
        NatGatewayId: "nat-1",
        State: "available",
        SubnetId: "subnet-box",
        VpcId: "vpc-app",
        NatGatewayAddresses: [{ PrivateIp: "10.1.3.9", IsPrimary: true }],
      },
    ],
  };
}

const question = ask(cacheNear);

/** The office's gateway with a VPN connection. */
function connected(vpn: object): Snapshot {
  const common = { VpnConnectionId: "vpn-1", VpnGatewayId: "vgw-1", State: "available" };
  return { ...onPremises(), VpnConnections: [{ ...common, ...vpn }] };
}

const staticTo = (...blocks: readonly string[]) => ({
  Options: { StaticRoutesOnly: true },
  Routes: blocks.map((DestinationCidrBlock) => ({ DestinationCidrBlock, State: "available" })),
});

const fromOffice = {
  source: pages.vpnPriority,
  question: ask(cacheNear, office),
  verdict: "reachable",
} as const;

const stoppedFromOffice = { ...fromOffice, verdict: "blocked" } as const;

export const gatewayTraps: readonly Trap[] = [
  {
    ...fromOffice,
    title: "11. a VPN connection without a tunnel that is up is told, and may be one of several ways",
    net: connected({ VgwTelemetry: [{ Status: "DOWN" }, { Status: "DOWN" }] }),
    decides: ["virtualPrivateGateway", "vpn-1"],
    says: /^No tunnel of vpn-1 is up\.$/,
  },
  {
    ...fromOffice,
    title: "11. a VPN connection with one tunnel of two has nothing to tell",
    net: connected({ VgwTelemetry: [{ Status: "DOWN" }, { Status: "UP" }] }),
  },
  {
    ...fromOffice,
    title: "11. a VPN connection of static routes without one for the office",
    net: connected(staticTo("192.168.0.0/16")),
    decides: ["virtualPrivateGateway", "vpn-1"],
    says: /^vpn-1 has no static route for 172\.16\.0\.5\.$/,
  },
  {
    ...fromOffice,
    title: "11. a VPN connection with a static route for the office has nothing to tell",
    net: connected(staticTo("192.168.0.0/16", "172.16.0.0/12")),
  },
  {
    ...fromOffice,
    title: "11. a VPN connection that learns its routes by BGP has none of its own",
    net: connected({ Options: { StaticRoutesOnly: false } }),
  },
  {
    ...fromOffice,
    title: "11. a VPN connection that is deleted, or another gateway's, is none of it",
    net: {
      ...connected({ State: "deleted", VgwTelemetry: [] }),
      VpnConnections: [
        { VpnConnectionId: "vpn-1", VpnGatewayId: "vgw-1", State: "deleted", VgwTelemetry: [] },
        { VpnConnectionId: "vpn-2", VpnGatewayId: "vgw-2", State: "available", VgwTelemetry: [] },
      ],
    },
  },
  {
    title: "4. an appliance that sees one direction alone may drop what it saw no start of",
    source: pages.subnetRouteTables,
    net: route(near(), "rtb-app", toBox),
    question,
    verdict: "reachable",
    decides: ["returnRoute", "eni-box"],
    says: /^Only one direction of the connection passes the appliance eni-box/,
  },
  {
    title: "4. an appliance that sees the replies alone, too",
    source: pages.subnetRouteTables,
    net: route(near(), "rtb-cache", boxBack),
    question,
    verdict: "reachable",
    decides: ["returnRoute", "eni-box"],
    says: /^Only one direction of the connection passes the appliance eni-box/,
  },
  ...(
    [
      ["is deleted", { State: "deleted" }, "blocked", "BAD_STATE_ROUTE", /^nat-1 is deleted\.$/],
      [
        "has no address",
        { NatGatewayAddresses: [] },
        "unknown",
        "UNSUPPORTED_COMPONENT",
        /no address for it/,
      ],
      [
        "has an address of another family",
        { NatGatewayAddresses: [{ PrivateIp: "fd00::9" }] },
        "unknown",
        "UNSUPPORTED_COMPONENT",
        /no address for it/,
      ],
      ["is in no subnet", { SubnetId: undefined }, "unknown", "UNSUPPORTED_COMPONENT", /is not known/],
      ["is in no VPC", { VpcId: undefined }, "unknown", "UNSUPPORTED_COMPONENT", /is not known/],
    ] as const
  ).map(
    ([what, change, verdict, code, says]): Trap => ({
      title: `8. a NAT gateway that ${what}`,
      source: pages.natGateways,
      net: edit(translated(), "NatGateways", "nat-1", change),
      question,
      verdict,
      decides: ["sourceRoute", "nat-1", code],
      says,
    }),
  ),
  {
    title: "8. a NAT gateway of several addresses sends on with its primary one",
    source: pages.natGateways,
    net: edit(translated(), "NatGateways", "nat-1", {
      NatGatewayAddresses: [
        { PrivateIp: "10.1.3.8", IsPrimary: false },
        { PrivateIp: "10.1.3.9", IsPrimary: true },
      ],
    }),
    question,
    verdict: "reachable",
    decides: ["sourceRoute", "nat-1", "NGW_SOURCE_ADDRESS_REASSIGN"],
    says: /as 10\.1\.3\.9, from subnet-box/,
  },
  {
    title: "4. a route longer than the local one may lead to an appliance",
    source: pages.subnetRouteTables,
    net: inspected(),
    question,
    verdict: "reachable",
    decides: ["sourceRoute", "eni-box"],
  },
  {
    title: "4. an appliance that checks source and destination refuses what is not its own",
    source: pages.codes,
    net: edit(inspected(), "NetworkInterfaces", "eni-box", { SourceDestCheck: true }),
    question,
    verdict: "blocked",
    decides: ["sourceRoute", "eni-box", "ENI_SOURCE_DEST_CHECK_RESTRICTION"],
  },
  {
    title: "4. a route to the very interface that has the address is no detour",
    source: pages.codes,
    net: route(near(), "rtb-app", { DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-cache" }),
    question,
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-app"],
  },
  {
    title: "4. the local route's own target can be replaced",
    source: pages.replaceLocal,
    net: edit(
      edit(near(), "NetworkInterfaces", "eni-box", { SourceDestCheck: true }),
      "RouteTables",
      "rtb-app",
      { Routes: [{ DestinationCidrBlock: "10.1.0.0/16", NetworkInterfaceId: "eni-box" }] },
    ),
    question,
    verdict: "blocked",
    decides: ["sourceRoute", "eni-box", "ENI_SOURCE_DEST_CHECK_RESTRICTION"],
  },
  {
    title: "4. behind a middlebox references to groups stop working",
    source: pages.peeringGroups,
    net: byGroup(inspected()),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
  },
  {
    title: "4. without the middlebox the same reference works",
    source: pages.groups,
    net: byGroup(near()),
    question,
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
  {
    title: "4. the appliance's own groups see the packet too",
    source: pages.groups,
    net: edit(inspected(), "SecurityGroups", "sg-box", { IpPermissions: [] }),
    question,
    verdict: "blocked",
    decides: ["sourceRoute", "sg-box", "SG_HAS_NO_RULES"],
  },
  {
    title: "4. the network ACL of the appliance's subnet sees it come in and go out",
    source: pages.acls,
    net: edit(inspected(), "NetworkAcls", "acl-box", {
      Entries: [
        { RuleNumber: 100, RuleAction: "allow", Egress: false, Protocol: "-1", CidrBlock: "0.0.0.0/0" },
        { RuleNumber: 100, RuleAction: "allow", Egress: true, Protocol: "-1", CidrBlock: "10.1.1.0/24" },
      ],
    }),
    question,
    verdict: "blocked",
    decides: ["sourceRoute", "acl-box", "SUBNET_ACL_RESTRICTION"],
    says: /out to 10\.1\.2\.20/,
  },
  {
    title: "4. routes that lead from one appliance to itself go round in a circle",
    source: pages.subnetRouteTables,
    net: route(inspected(), "rtb-box", toBox),
    question,
    verdict: "blocked",
    decides: ["sourceRoute", "subnet-box", "CANNOT_ROUTE"],
  },
  {
    title: "4. a Gateway Load Balancer's endpoint leads to appliances that are not evaluated",
    source: pages.codes,
    net: route(near(), "rtb-app", { DestinationCidrBlock: "10.1.2.0/24", GatewayId: "vpce-1" }),
    question,
    verdict: "unknown",
    decides: ["sourceRoute", "rtb-app", "UNSUPPORTED_COMPONENT"],
  },
  {
    title: "8. what comes by NAT has the gateway's address",
    source: pages.natGateways,
    net: translated(),
    question,
    verdict: "reachable",
    decides: ["sourceRoute", "nat-1", "NGW_SOURCE_ADDRESS_REASSIGN"],
  },
  {
    title: "8. a rule for the client's own address does not let in what comes by NAT",
    source: pages.natGateways,
    net: edit(translated(), "SecurityGroups", "sg-cache", {
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "10.1.1.0/24" }] }],
    }),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "ENI_SG_RULES_MISMATCH"],
    says: /10\.1\.3\.9/,
  },
  {
    title: "8. a reference means private addresses, not what comes by NAT",
    source: pages.natGateways,
    net: byGroup(translated()),
    question,
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
  },
  {
    title:
      "a NAT gateway that was not read: with which address it goes on is not known, nor what the cache does",
    source: pages.natGateways,
    net: without(
      edit(translated(), "SecurityGroups", "sg-cache", {
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "10.1.3.0/24" }] }],
      }),
      "NatGateways",
    ),
    question,
    verdict: "unknown",
    decides: ["sourceRoute", "nat-1", "UNKNOWN_RESOURCE"],
    action: "ec2:DescribeNatGateways",
  },
  {
    ...fromOffice,
    title: "11. on premises: in by the gateway, and out by a route",
    net: onPremises(),
    decides: ["virtualPrivateGateway", "vgw-1"],
  },
  {
    title: "11. on premises nothing has a group, so no reference lets it in",
    source: pages.groups,
    net: byGroup(onPremises()),
    question: ask(cacheNear, office),
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "ENI_SG_RULES_MISMATCH"],
  },
  {
    ...stoppedFromOffice,
    title: "11. the cache's subnet must route back",
    net: edit(onPremises(), "RouteTables", "rtb-cache", { Routes: [] }),
    decides: ["returnRoute", "rtb-cache", "NO_ROUTE_TO_DESTINATION"],
  },
  {
    ...stoppedFromOffice,
    title: "11. a route back to the internet is none",
    net: edit(onPremises(), "RouteTables", "rtb-cache", {
      Routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
    }),
    decides: ["returnRoute", "rtb-cache", "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"],
  },
  {
    ...stoppedFromOffice,
    title: "11. a gateway that is attached to nothing",
    net: edit(onPremises(), "VpnGateways", "vgw-1", {
      VpcAttachments: [{ VpcId: "vpc-app", State: "detached" }],
    }),
    decides: ["virtualPrivateGateway", "vgw-1", "BAD_STATE_ATTACHMENT"],
  },
  {
    title: "11. a gateway's packets go to its own VPC, not on to a peer's",
    source: pages.peering,
    net: { ...peered(), VpnGateways: onPremises().VpnGateways },
    question: ask(cacheFar, office),
    verdict: "blocked",
    decides: ["virtualPrivateGateway", "vgw-1", "DISCONNECTED_VPCS"],
  },
  {
    title: "4. a gateway's own route table may redirect what comes in to an appliance",
    source: pages.gatewayRouteTables,
    net: {
      ...onPremises(),
      SecurityGroups: near().SecurityGroups?.map((each) => ({
        ...each,
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
      })),
      RouteTables: [
        ...(onPremises().RouteTables ?? []),
        table("edge", "app", [toBox], { GatewayId: "vgw-1" }),
        table("box", "app", [], { SubnetId: "subnet-box" }),
      ],
    },
    question: ask(cacheNear, office),
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-edge", "INGRESS_RTB_TRAFFIC_REDIRECTION"],
  },
  {
    title: "12. the internet leads to no cache: an address outside of every VPC",
    source: pages.elastiCacheAccess,
    net: near(),
    question: ask(cacheNear, { address: "203.0.113.7" }),
    verdict: "blocked",
    decides: ["source", "203.0.113.7", "NO_SOURCE_OR_DESTINATION"],
  },
  {
    title: "12. the internet leads to no cache, by whatever gateway",
    source: pages.elastiCacheAccess,
    net: near(),
    question: ask(cacheNear, { address: "203.0.113.7", gatewayId: "igw-1" }),
    verdict: "blocked",
    decides: ["source", "igw-1", "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS"],
  },
  {
    title: "12. a route to the internet does not lead to a private address",
    source: pages.codes,
    net: edit(peered(), "RouteTables", "rtb-app", {
      Routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
    }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"],
  },
  {
    title: "12. where public access is blocked, that is why",
    source: pages.blockPublicAccess,
    net: edit(
      edit(peered(), "Subnets", "subnet-app", {
        BlockPublicAccessStates: { InternetGatewayBlockMode: "block-bidirectional" },
      }),
      "RouteTables",
      "rtb-app",
      { Routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }] },
    ),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "VPC_BLOCK_PUBLIC_ACCESS_ENABLED"],
  },
];
