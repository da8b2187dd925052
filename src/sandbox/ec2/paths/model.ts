import type { Tags } from "../tags";

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly cidrIpv4: string;
  readonly cidrIpv6?: string;
  /** The zone's letter. */
  readonly zone: string;
  readonly tags: Tags;
}

export interface Instance {
  readonly id: string;
  readonly state: "running" | "stopped";
  readonly vpcId: string;
  readonly subnetId: string;
  readonly privateIp: string;
  readonly groupIds: readonly string[];
  readonly tags: Tags;
}

/** Systems Manager's agent on an instance, and whether it has been heard of lately. */
export interface Agent {
  readonly ping: "Online" | "ConnectionLost";
  readonly version: string;
}

export interface Route {
  readonly destination: string;
  /** `local`, or the id of what it leads to: pcx-…, tgw-…, igw-…, nat-…, vgw-…, eni-… */
  readonly target: string;
  readonly state?: "active" | "blackhole";
}

export interface RouteTable {
  readonly id: string;
  readonly vpcId: string;
  readonly isMain: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly Route[];
  readonly tags: Tags;
}

export interface AclEntry {
  readonly number: number;
  readonly egress: boolean;
  readonly action: "allow" | "deny";
  readonly cidr: string;
  /** All protocols where it is absent, else TCP from the first to the last. */
  readonly ports?: readonly [number, number];
}

export interface NetworkAcl {
  readonly id: string;
  readonly vpcId: string;
  readonly isDefault: boolean;
  readonly subnetIds: readonly string[];
  readonly entries: readonly AclEntry[];
  readonly tags: Tags;
}

export interface TransitGateway {
  readonly id: string;
  readonly ownerId: string;
  readonly securityGroupReferencing: boolean;
}

/** An attachment of a VPC to a transit gateway. */
export interface Attachment {
  readonly id: string;
  readonly gatewayId: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** The route table that what comes in by it is routed by. */
  readonly tableId: string;
}

export interface GatewayRoute {
  readonly tableId: string;
  readonly destination: string;
  readonly type: "static" | "propagated";
  /** Absent for a blackhole. */
  readonly attachmentId?: string;
}

/** An interface endpoint, as a serverless cache has one. */
export interface Endpoint {
  readonly id: string;
  readonly vpcId: string;
  readonly serviceName: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly interfaceIds: readonly string[];
}

/** What lies between machines and caches in one account and region. */
export class Paths {
  readonly subnets: Subnet[] = [];
  readonly instances: Instance[] = [];
  /** By the ids of the instances that have one. */
  readonly agents = new Map<string, Agent>();
  readonly routeTables: RouteTable[] = [];
  readonly acls: NetworkAcl[] = [];
  readonly transitGateways: TransitGateway[] = [];
  readonly attachments: Attachment[] = [];
  readonly gatewayRoutes: GatewayRoute[] = [];
  /** The VPCs in which names are not looked up. */
  readonly withoutDns = new Set<string>();
}
