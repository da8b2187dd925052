import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import { ask, cacheFar, edit, near, transit } from "./network";
import { pages, type Trap } from "./trap";

const cacheV6 = "fd00:1:2::20";

/** A network in which IPv6 passes as IPv4 does, but for the cache's group. */
function inIpv6(net: Snapshot, cache: string): Snapshot {
  const open = [true, false].map((Egress) => ({
    RuleNumber: 101,
    RuleAction: "allow",
    Egress,
    Protocol: "-1",
    Ipv6CidrBlock: "::/0",
  }));
  const IpPermissionsEgress = [{ IpProtocol: "-1", Ipv6Ranges: [{ CidrIpv6: "::/0" }] }];
  const addressed = [
    ["eni-app", "fd00:1:1::10"],
    ["eni-cache", cache],
  ].reduce(
    (now, [id = "", Ipv6Address]) => edit(now, "NetworkInterfaces", id, { Ipv6Addresses: [{ Ipv6Address }] }),
    net,
  );
  return {
    ...edit(addressed, "SecurityGroups", "sg-app", { IpPermissionsEgress }),
    NetworkAcls: net.NetworkAcls?.map((acl) => ({ ...acl, Entries: open })),
  };
}

/** In one VPC, and the cache's group has one rule. */
function dual(ingress: object): Snapshot {
  const vpc = edit(near(), "Vpcs", "vpc-app", {
    Ipv6CidrBlockAssociationSet: [
      { Ipv6CidrBlock: "fd00:1::/32", Ipv6CidrBlockState: { State: "associated" } },
    ],
  });
  return edit(inIpv6(vpc, cacheV6), "SecurityGroups", "sg-cache", {
    IpPermissions: [{ IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, ...ingress }],
  });
}

export const ipv6Traps: readonly Trap[] = [
  {
    title: "13. IPv6 like IPv4, with the local route that every table has",
    source: pages.subnetRouteTables,
    net: dual({ Ipv6Ranges: [{ CidrIpv6: "fd00:1:1::/64" }] }),
    question: ask(cacheV6),
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-app"],
  },
  {
    title: "13. the rule's family must be the cache's",
    source: pages.groups,
    net: dual({ IpRanges: [{ CidrIp: "0.0.0.0/0" }] }),
    question: ask(cacheV6),
    verdict: "blocked",
    decides: ["cacheIngress", "sg-cache", "ENI_SG_RULES_MISMATCH"],
  },
  {
    title: "13. a network ACL's entries for IPv4 say nothing of IPv6",
    source: pages.acls,
    net: edit(dual({ Ipv6Ranges: [{ CidrIpv6: "::/0" }] }), "NetworkAcls", "acl-cache", {
      Entries: near().NetworkAcls?.[0]?.Entries,
    }),
    question: ask(cacheV6),
    verdict: "blocked",
    decides: ["destinationAclIn", "acl-cache", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "13. a source without an address of the cache's family",
    source: pages.groups,
    net: near(),
    question: ask(cacheV6),
    verdict: "blocked",
    decides: ["source", "eni-app", "NO_SOURCE_OR_DESTINATION"],
  },
  {
    title: "13. a transit gateway's attachment carries no IPv6 by default",
    source: pages.transitAttachments,
    net: edit(inIpv6(transit(), "fd00:2:1::20"), "RouteTables", "rtb-app", {
      Routes: [{ DestinationIpv6CidrBlock: "fd00:2::/32", TransitGatewayId: "tgw-1" }],
    }),
    question: ask("fd00:2:1::20"),
    verdict: "blocked",
    decides: ["transitGateway", "tgw-attach-app"],
  },
  {
    title: "13. an IPv4 way is none of IPv6's",
    source: pages.transitAttachments,
    net: transit(),
    question: ask(cacheFar),
    verdict: "reachable",
  },
];
