import { app, ask, cacheFar, edit, eni, peered, without } from "./network";
import { pages, type Trap } from "./trap";

const byGroup = (more: object = {}) =>
  edit(peered(), "SecurityGroups", "sg-cache", {
    IpPermissions: [
      { IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, UserIdGroupPairs: [{ GroupId: "sg-app", ...more }] },
    ],
  });

const sides = (app: object, cache: object) => ({
  RequesterVpcInfo: { VpcId: "vpc-app", ...app },
  AccepterVpcInfo: { VpcId: "vpc-cache", ...cache },
});

export const peeringTraps: readonly Trap[] = [
  {
    title: "6. only an active peering connection carries",
    source: pages.peering,
    net: edit(peered(), "VpcPeeringConnections", "pcx-1", { Status: { Code: "pending-acceptance" } }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["peering", "pcx-1", "BAD_STATE_ATTACHMENT"],
    says: /pending-acceptance/,
  },
  {
    title: "6. peering is not transitive: what is not the peer's own goes no further",
    source: pages.peering,
    net: edit(peered(), "NetworkInterfaces", "eni-cache", {
      PrivateIpAddress: "10.3.1.20",
      VpcId: "vpc-third",
    }),
    question: ask("10.3.1.20"),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "NO_ROUTE_TO_DESTINATION"],
  },
  {
    title: "6. peering is not transitive, even where a route leads into it",
    source: pages.peering,
    net: edit(
      edit(peered(), "NetworkInterfaces", "eni-cache", { PrivateIpAddress: "10.3.1.20", VpcId: "vpc-third" }),
      "RouteTables",
      "rtb-app",
      { Routes: [{ DestinationCidrBlock: "10.0.0.0/8", VpcPeeringConnectionId: "pcx-1" }] },
    ),
    question: ask("10.3.1.20"),
    verdict: "blocked",
    decides: ["peering", "pcx-1", "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"],
  },
  {
    title: "6. a route into a peering connection of two other VPCs leads nowhere",
    source: pages.peering,
    net: edit(peered(), "VpcPeeringConnections", "pcx-1", {
      RequesterVpcInfo: { VpcId: "vpc-third", CidrBlock: "10.3.0.0/16" },
    }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["peering", "pcx-1", "DISCONNECTED_VPCS"],
  },
  {
    title: "6. often only one's own side's blocks are filled in, and that proves nothing",
    source: pages.peering,
    net: edit(peered(), "VpcPeeringConnections", "pcx-1", sides({ CidrBlock: "10.1.0.0/16" }, {})),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["peering", "pcx-1"],
  },
  {
    title: "6. a rule for a peer's group counts in one region",
    source: pages.peeringGroups,
    net: byGroup({ PeeringStatus: "active", VpcPeeringConnectionId: "pcx-1" }),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
  {
    title: "6. a rule for a peer's group counts between regions for nothing",
    source: pages.peeringGroups,
    net: edit(
      byGroup(),
      "VpcPeeringConnections",
      "pcx-1",
      sides(
        { CidrBlock: "10.1.0.0/16", Region: "us-east-1" },
        { CidrBlock: "10.2.0.0/16", Region: "eu-west-1" },
      ),
    ),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "SG_REFERENCES_NOT_PRESERVED"],
    says: /between regions/,
  },
  {
    title: "6. a rule for a peer's group is stale once the peering is deleted",
    source: pages.peeringGroups,
    net: byGroup({ PeeringStatus: "deleted" }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "ENI_SG_RULES_MISMATCH"],
    says: /deleted/,
  },
  {
    title: "an address in a peer's VPC that no profile reads is not on the internet",
    source: pages.codes,
    net: {
      ...byGroup(),
      Vpcs: [{ VpcId: "vpc-cache", CidrBlock: "10.2.0.0/16" }],
      NetworkInterfaces: [eni("cache", cacheFar, "cache", "cache")],
    },
    question: ask(cacheFar, { address: app }),
    verdict: "unknown",
    decides: ["source", "vpc-app", "UNKNOWN_RESOURCE"],
    action: "ec2:DescribeNetworkInterfaces",
  },
  {
    title: "a peering connection that was not read makes its step unknown",
    source: pages.codes,
    net: without(peered(), "VpcPeeringConnections"),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["peering", "pcx-1", "UNKNOWN_RESOURCE"],
    action: "ec2:DescribeVpcPeeringConnections",
  },
  {
    title: "a peering connection that is not in the list is another account's, not absent",
    source: pages.codes,
    net: { ...peered(), VpcPeeringConnections: [] },
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["peering", "pcx-1", "UNKNOWN_RESOURCE"],
  },
  {
    title: "5. the peer's VPC has no such subnet",
    source: pages.peering,
    net: peered(),
    question: ask("10.2.200.1"),
    verdict: "blocked",
    decides: ["peering", "pcx-1", "NO_SOURCE_OR_DESTINATION"],
    says: /no subnet/,
  },
  {
    title: "6. replies to an address that somebody in the cache's own VPC has go there",
    source: pages.peering,
    net: {
      ...peered(),
      Vpcs: [
        { VpcId: "vpc-app", CidrBlock: "10.1.0.0/16" },
        {
          VpcId: "vpc-cache",
          CidrBlockAssociationSet: [{ CidrBlock: "10.2.0.0/16" }, { CidrBlock: "10.1.1.0/24" }],
        },
      ],
      NetworkInterfaces: [...(peered().NetworkInterfaces ?? []), eni("double", app, "other", "cache")],
    },
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["returnRoute", "rtb-cache", "DISCONNECTED_VPCS"],
    says: /where the source is not/,
  },
];
