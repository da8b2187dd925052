import type { ThreeValued } from "../threeValued";
import type { Authentication } from "./authentication";

/** What a cache is made of, which decides the API that describes and modifies it. */
export type CacheKind = "cluster" | "replicationGroup" | "serverless";

/** Where a cache answers. */
export interface CacheEndpoint {
  readonly role: "configuration" | "primary" | "reader" | "node" | "serverless";
  readonly address: string;
  readonly port: number;
}

/** A VPC security group of a cache. It lets nobody in before it is `active`, nor while it is `removing`. */
export interface GroupMembership {
  readonly id: string;
  /** `active`, `adding`, `removing`. The API names no list: an unknown one is shown as it is. */
  readonly status: string;
}

/** A cache as one speaks of it: not the clusters that a replication group is made of. */
export interface Cache {
  readonly kind: CacheKind;
  /** Unique among the caches of its kind in a target. */
  readonly id: string;
  /** `redis`, `valkey` or `memcached`. */
  readonly engine: string;
  readonly engineVersion: string;
  readonly status: string;
  readonly arn?: string;
  /** The one that clients are to use first. */
  readonly endpoints: readonly CacheEndpoint[];
  /** Every port that clients connect to, ascending. `undefined` as long as AWS tells none. */
  readonly ports: readonly number[] | undefined;
  /**
   * `undefined` where the API that tells them could not be asked, or does not tell them yet. Empty for a cache
   * outside of any VPC.
   */
  readonly securityGroups: readonly GroupMembership[] | undefined;
  /** `ipv4`, `ipv6` or `dual_stack`. */
  readonly networkType: string;
  /** `required`, `preferred` (both plain and encrypted connections are taken) or `none`. */
  readonly encryptionInTransit: "required" | "preferred" | "none";
  readonly authentication: Authentication;
  readonly globalDatastore?: { readonly id: string; readonly role: string };
  /** A serverless cache that is known to be reached from the internet: security groups do not decide about it. */
  readonly isPublic: boolean;
  /** Whether clients are sent from shard to shard. */
  readonly clusterMode: ThreeValued;
  /** The ids of the cache clusters that a replication group is made of. */
  readonly members: readonly string[];
  /** Of a serverless cache in a VPC: where its endpoint is. The subnets of others are told elsewhere. */
  readonly subnetIds?: readonly string[];
  /** The cache security groups, of the first generation, of a cache outside of any VPC. */
  readonly cacheSecurityGroups: readonly string[];
}

/** Which cache of a target. */
export type CacheName = Pick<Cache, "kind" | "id">;

export function cacheKey({ kind, id }: CacheName): string {
  return `${kind}/${id}`;
}

export function isSameCache(a: CacheName, b: CacheName): boolean {
  return cacheKey(a) === cacheKey(b);
}

const kinds = {
  cluster: "cluster",
  replicationGroup: "replication group",
  serverless: "serverless",
} as const satisfies Record<CacheKind, string>;

/** The kind as people say it. */
export function kindWords(kind: CacheKind): string {
  return kinds[kind];
}

export function isCacheKind(text: string): text is CacheKind {
  return Object.hasOwn(kinds, text);
}

/** The engine's own name; one that is not known yet as the API writes it. */
export function engineName(engine: string): string {
  switch (engine) {
    case "redis":
      return "Redis OSS";
    case "valkey":
      return "Valkey";
    case "memcached":
      return "Memcached";
    default:
      return engine;
  }
}

/** Whether a serverless cache is public, by its endpoint's name: the SDK drops the field that says so. */
export function isPublicAddress(address: string): boolean {
  return address.includes(".public.serverless.");
}

/** The ports in words, or that they are not known. */
export function portsText({ ports }: Pick<Cache, "ports">): string {
  return ports === undefined ? "port not known yet" : ports.join(", ");
}

/**
 * Whether a status passes by itself: `creating`, `deleting`, `modifying`, `snapshotting`, `rebooting cluster nodes`.
 * The API names no list for all kinds; those that stay are called otherwise (`available`, `create-failed`).
 */
export function isPassing(status: string): boolean {
  return /ing\b/i.test(status);
}

/** Whether the cache, or its list of groups, is about to change by itself. */
export function isChanging({ status, securityGroups }: Cache): boolean {
  return isPassing(status) || (securityGroups ?? []).some((each) => each.status !== "active");
}
