import type { StepKind, Verdict } from "../../../../../src/core/reach/explanation";
import type { Question } from "../../../../../src/core/reach/question";
import type { Snapshot } from "../../../../../src/core/reach/snapshot";

/** A way in which a network is not what it seems, and where that is written. */
export interface Trap {
  readonly title: string;
  readonly source: string;
  readonly net: Snapshot;
  readonly question: Question;
  readonly verdict: Verdict;
  /** The first step that blocks, else is unknown, else has this kind; with its code, where it has one. */
  readonly decides?: readonly [kind: StepKind, resource: string, code?: string];
  /** What the deciding step's sentence must say. */
  readonly says?: RegExp;
  /** The IAM action that it names. */
  readonly action?: string;
}

const userGuide = "https://docs.aws.amazon.com/vpc/latest/userguide";

/** The pages that the traps come from. */
export const pages = {
  acls: `${userGuide}/nacl-basics.html`,
  ephemeralPorts: `${userGuide}/custom-network-acl.html#nacl-ephemeral-ports`,
  routePriority: `${userGuide}/route-tables-priority.html`,
  subnetRouteTables: `${userGuide}/subnet-route-tables.html`,
  gatewayRouteTables: `${userGuide}/gateway-route-tables.html`,
  replaceLocal: `${userGuide}/replace-local-route-target.html`,
  vpnPriority: "https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html",
  groups: `${userGuide}/security-group-rules.html`,
  natGateways: `${userGuide}/vpc-nat-gateway.html`,
  blockPublicAccess: `${userGuide}/security-vpc-bpa.html`,
  prefixLists: `${userGuide}/managed-prefix-lists.html`,
  peering: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
  peeringGroups: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html",
  transitGateways: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
  transitAttachments: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
  transitPeering: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html",
  transitAcls: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html",
  codes: "https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html",
  tracking: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html",
  elastiCacheAccess: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html",
  podGroups: "https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html",
  lambda: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
  dns: `${userGuide}/vpc-dns.html`,
  serverless: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.corecomponents.html",
  encryption: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
} as const;
