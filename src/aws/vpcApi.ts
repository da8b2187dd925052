import type { CacheGroups } from "../core/caches/cacheGroups";
import type { CacheCluster, ReplicationGroup, ServerlessCache } from "../core/caches/cacheParts";
import type { Outcome } from "../core/outcome";
import type { VpcIngress } from "../core/rules/ipPermission";
import type { Rule } from "../core/rules/rule";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import type { CallOptions } from "./callOptions";

/** What may be asked of AWS about caches and the VPC security groups that let somebody reach them. */
export interface VpcApi {
  /** All pages, with the nodes and their endpoints, members of replication groups among them. */
  listCacheClusters(target: Target, options?: CallOptions): Promise<Outcome<readonly CacheCluster[]>>;
  listReplicationGroups(target: Target, options?: CallOptions): Promise<Outcome<readonly ReplicationGroup[]>>;
  listServerlessCaches(target: Target, options?: CallOptions): Promise<Outcome<readonly ServerlessCache[]>>;
  /** Those of the groups that are there. One that is missing is left out. */
  describeVpcGroups(
    target: Target,
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<readonly VpcSecurityGroup[]>>;
  /** Every group of the region, told page by page, so that the first can be shown while the rest is read. */
  listVpcGroups(
    target: Target,
    onPage: (page: readonly VpcSecurityGroup[]) => void,
    options?: CallOptions,
  ): Promise<Outcome<undefined>>;
  /** The ingress rules of the groups, with their ids. */
  describeVpcRules(
    target: Target,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<readonly Rule[]>>;
  /** The same from the groups themselves, which another permission allows: without ids and tags. */
  describeVpcPermissions(
    target: Target,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<readonly Rule[]>>;
  /** The rules of a VPC's groups that name a group which is gone, or is not reached any more. */
  describeStaleReferences(
    target: Target,
    vpcId: string,
    options?: CallOptions,
  ): Promise<Outcome<readonly StaleReference[]>>;
  /** How many network interfaces each of the groups has. */
  describeInterfaceCounts(
    target: Target,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<InterfaceCounts>>;
  /** The prefix lists that the account may name in a rule. */
  listPrefixLists(target: Target, options?: CallOptions): Promise<Outcome<readonly PrefixList[]>>;
  /** Whether the credentials may do it: a dry run foresees neither duplicates nor missing groups nor quotas. */
  dryRunAuthorizeVpcIngress(
    target: Target,
    ingress: VpcIngress,
    options?: CallOptions,
  ): Promise<Outcome<undefined>>;
  authorizeVpcIngress(
    target: Target,
    ingress: VpcIngress,
    options?: CallOptions,
  ): Promise<Outcome<VpcAuthorized>>;
  revokeVpcIngress(
    target: Target,
    rule: { readonly groupId: string; readonly ruleId: string },
    options?: CallOptions,
  ): Promise<Outcome<undefined>>;
  /** Puts this list in the place of the cache's VPC security groups. */
  replaceCacheGroups(target: Target, change: CacheGroups, options?: CallOptions): Promise<Outcome<undefined>>;
}

export interface VpcAuthorized {
  readonly rules: readonly Rule[];
  /** True when an earlier attempt of this same call had made them, and its answer was lost. */
  readonly afterRetry: boolean;
}

export interface StaleReference {
  readonly groupId: string;
  readonly sourceId: string;
}

export interface InterfaceCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** False where there are too many to count: then the numbers are the least there are. */
  readonly complete: boolean;
}

export interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly family: string;
}
