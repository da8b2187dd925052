import { createHash } from "node:crypto";
import { partition } from "../accounts";
import { Memberships } from "./memberships";

export type Engine = "redis" | "valkey" | "memcached";
export type NetworkType = "ipv4" | "ipv6" | "dual_stack";

/** What clusters and replication groups have in common. */
export interface Node {
  readonly engine: Engine;
  readonly engineVersion: string;
  readonly nodeType: string;
  readonly port: number;
  /** `required` or `preferred`; absent where connections are not encrypted. */
  readonly tls?: "required" | "preferred";
  readonly authToken?: boolean;
  readonly networkType?: NetworkType;
  readonly subnetGroup?: string;
  readonly security: Memberships;
}

export interface CacheCluster extends Node {
  readonly id: string;
  readonly nodes: number;
  readonly replicationGroupId?: string;
  /** Generation 1: for a cluster outside of any VPC. */
  readonly cacheSecurityGroups?: readonly string[];
}

export interface ReplicationGroup extends Node {
  readonly id: string;
  readonly description: string;
  readonly clusterEnabled: boolean;
  /** The ids of the member clusters, shard by shard, the primary first. */
  readonly shards: readonly (readonly string[])[];
  readonly userGroupIds?: readonly string[];
  readonly globalDatastore?: { readonly id: string; readonly role: "PRIMARY" | "SECONDARY" };
}

export interface ServerlessCache {
  readonly name: string;
  readonly description: string;
  readonly engine: Engine;
  readonly majorVersion: string;
  readonly fullVersion: string;
  readonly userGroupId?: string;
  readonly networkType?: NetworkType;
  /** Reachable from the internet: in no VPC, so without security groups. */
  readonly isPublic?: boolean;
  readonly subnetIds: readonly string[];
  readonly security: Memberships;
}

export interface UserGroup {
  readonly id: string;
  readonly engine: Engine;
  readonly userIds: readonly string[];
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly engine: Engine;
  readonly accessString: string;
  readonly passwords: number;
}

export interface GlobalDatastore {
  readonly id: string;
  readonly description: string;
  readonly engine: Engine;
  readonly engineVersion: string;
  readonly nodeType: string;
  readonly members: readonly {
    readonly replicationGroupId: string;
    readonly region: string;
    readonly role: "PRIMARY" | "SECONDARY";
  }[];
}

/** The caches of one account in one region. */
export class Caches {
  readonly clusters = new Map<string, CacheCluster>();
  readonly replicationGroups = new Map<string, ReplicationGroup>();
  readonly serverless = new Map<string, ServerlessCache>();
  readonly userGroups = new Map<string, UserGroup>();
  readonly users = new Map<string, User>();
  readonly globalDatastores = new Map<string, GlobalDatastore>();
  readonly accountId: string;
  readonly region: string;
  readonly #settleMs: number;

  constructor(accountId: string, region: string, settleMs: number) {
    this.accountId = accountId;
    this.region = region;
    this.#settleMs = settleMs;
  }

  security(...groupIds: string[]): Memberships {
    return new Memberships(groupIds, this.#settleMs);
  }

  addCluster(cluster: CacheCluster): void {
    this.clusters.set(cluster.id, cluster);
  }

  /** Adds the group and its member clusters, which share its security groups. */
  addReplicationGroup(group: ReplicationGroup): void {
    this.replicationGroups.set(group.id, group);
    const { engine, engineVersion, nodeType, port, tls, authToken, networkType, subnetGroup, security } =
      group;
    for (const id of group.shards.flat()) {
      this.addCluster({
        id,
        nodes: 1,
        replicationGroupId: group.id,
        engine,
        engineVersion,
        nodeType,
        port,
        security,
        ...(tls === undefined ? {} : { tls }),
        ...(authToken === undefined ? {} : { authToken }),
        ...(networkType === undefined ? {} : { networkType }),
        ...(subnetGroup === undefined ? {} : { subnetGroup }),
      });
    }
  }

  addServerless(cache: ServerlessCache): void {
    this.serverless.set(cache.name, cache);
  }

  arn(kind: string, id: string): string {
    return `arn:${partition(this.region)}:elasticache:${this.region}:${this.accountId}:${kind}:${id}`;
  }

  /** The letters in every endpoint of an account in a region. */
  get customerCode(): string {
    return createHash("sha256").update(`${this.accountId}/${this.region}`).digest("hex").slice(0, 6);
  }

  /** `usw2.cache.amazonaws.com` */
  get domain(): string {
    const [area = "", direction = "", number = ""] = this.region.split("-").slice(-3);
    const letters = direction.replace(/(north|south|east|west|central)/g, (word) => word[0] ?? "");
    return `${area}${letters}${number}.cache.amazonaws.com`;
  }
}
