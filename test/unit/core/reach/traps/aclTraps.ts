import { ask, cacheFar, cacheNear, edit, near, transit } from "./network";
import { pages, type Trap } from "./trap";

function entry(RuleNumber: number, RuleAction: string, Egress: boolean, from?: number, to?: number) {
  const ports = from === undefined ? {} : { PortRange: { From: from, To: to ?? from } };
  return {
    RuleNumber,
    RuleAction,
    Egress,
    Protocol: from === undefined ? "-1" : "6",
    CidrBlock: "0.0.0.0/0",
    ...ports,
  };
}

function cacheAcl(...Entries: readonly object[]) {
  return edit(near(), "NetworkAcls", "acl-cache", { Entries });
}

const oneSubnet = edit(near(), "NetworkInterfaces", "eni-cache", {
  SubnetId: "subnet-app",
  PrivateIpAddress: "10.1.1.20",
});

const closed = [entry(100, "deny", true), entry(100, "deny", false)];

/** Closed to the VPC of the source alone. */
const closedToTheSource = {
  Entries: [
    { ...entry(10, "deny", false), CidrBlock: "10.1.0.0/16" },
    entry(20, "allow", false),
    entry(100, "allow", true),
  ],
};

export const aclTraps: readonly Trap[] = [
  {
    title: "1. one subnet: neither ACL nor route table is met",
    source: pages.subnetRouteTables,
    net: { ...edit(oneSubnet, "NetworkAcls", "acl-app", { Entries: closed }), RouteTables: [] },
    question: ask("10.1.1.20"),
    verdict: "reachable",
    decides: ["cacheIngress", "sg-cache"],
  },
  {
    title: "2. the lowest number decides, whatever the order of the answer",
    source: pages.acls,
    net: cacheAcl(entry(200, "allow", false), entry(100, "allow", true), entry(90, "deny", false, 6379)),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["destinationAclIn", "acl-cache", "SUBNET_ACL_RESTRICTION"],
    says: /rule 90/,
  },
  {
    title: "2. a later denial is too late",
    source: pages.acls,
    net: cacheAcl(
      entry(32_767, "deny", false),
      entry(110, "deny", false, 6379),
      entry(100, "allow", false),
      entry(1, "allow", true),
    ),
    question: ask(cacheNear),
    verdict: "reachable",
    decides: ["destinationAclIn", "acl-cache"],
  },
  {
    title: "2. what no entry matches is denied, by *",
    source: pages.acls,
    net: cacheAcl(entry(100, "allow", false, 6380), entry(100, "allow", true)),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["destinationAclIn", "acl-cache", "SUBNET_ACL_RESTRICTION"],
    says: /rule \*/,
  },
  {
    title: "2. ACLs are stateless: replies need the client's ports",
    source: pages.ephemeralPorts,
    net: cacheAcl(entry(100, "allow", false), entry(100, "allow", true, 6379)),
    question: ask(cacheNear),
    verdict: "unknown",
    decides: ["destinationAclOut", "acl-cache", "REMAP_EPHEMERAL_PORT"],
    says: /only 6379 of TCP 1024-65535.*depends on the client's ports/,
  },
  {
    title: "2. ACLs are stateless: no reply where the client's ports are closed",
    source: pages.ephemeralPorts,
    net: cacheAcl(entry(100, "allow", false), entry(100, "allow", true, 443)),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["destinationAclOut", "acl-cache", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "2. 1024 to 65535 covers every client, in however many entries",
    source: pages.ephemeralPorts,
    net: cacheAcl(
      entry(100, "allow", false),
      entry(30, "allow", true, 32_768, 65_535),
      entry(20, "allow", true, 1024, 40_000),
    ),
    question: ask(cacheNear),
    verdict: "reachable",
    decides: ["destinationAclOut", "acl-cache"],
  },
  {
    title: "2. two halves of the client's ports, open at two ACLs, are none together",
    source: pages.ephemeralPorts,
    net: edit(
      cacheAcl(entry(100, "allow", false), entry(100, "allow", true, 1024, 32_767)),
      "NetworkAcls",
      "acl-app",
      { Entries: [entry(100, "allow", true), entry(100, "allow", false, 32_768, 65_535)] },
    ),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["sourceAclIn", "acl-app", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "2. a subnet without an association has the default ACL, which can have been edited",
    source: pages.acls,
    net: edit(near(), "NetworkAcls", "acl-cache", { IsDefault: true, Associations: [], Entries: closed }),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["destinationAclIn", "acl-cache", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "2. a rule for UDP is none for TCP",
    source: pages.acls,
    net: edit(near(), "NetworkAcls", "acl-app", {
      Entries: [{ ...entry(100, "allow", true), Protocol: "17" }, entry(100, "allow", false)],
    }),
    question: ask(cacheNear),
    verdict: "blocked",
    decides: ["sourceAclOut", "acl-app", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "7. the ACL of the attachment's subnet sees what goes into a transit gateway as inbound",
    source: pages.transitAcls,
    net: edit(transit(), "NetworkAcls", "acl-door-app", { Entries: closed }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["transitGateway", "acl-door-app", "SUBNET_ACL_RESTRICTION"],
  },
  {
    title: "7. no ACL is met between a transit gateway's attachment and the same subnet",
    source: pages.transitAcls,
    net: edit(
      edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-cache", { SubnetIds: ["subnet-cache"] }),
      "NetworkAcls",
      "acl-cache",
      closedToTheSource,
    ),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["destinationAclIn", "subnet-cache"],
    says: /no network ACL is met/,
  },
  {
    title:
      "7. a gateway that may come in by the cache's own subnet, or by another, may or may not meet its ACL",
    source: pages.transitAcls,
    net: edit(
      edit(transit(), "TransitGatewayVpcAttachments", "tgw-attach-cache", {
        SubnetIds: ["subnet-cache", "subnet-door-cache"],
        Options: { ApplianceModeSupport: "enable" },
      }),
      "NetworkAcls",
      "acl-cache",
      closedToTheSource,
    ),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["destinationAclIn", "acl-cache"],
    says: /not met where a transit gateway comes in by subnet-cache/,
  },
];
