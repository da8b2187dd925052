import type { Outcome } from "../../core/outcome";
import type { RuleName } from "../../core/requests/securityGroups";
import type { VpcIngress } from "../../core/rules/ipPermission";
import type { PrefixList } from "../../core/rules/prefixLists";
import type { Rule } from "../../core/rules/rule";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";

/** What may be asked of AWS about EC2 security groups, and the rules that let somebody reach a cache. */
export interface SecurityGroupsApi {
  /** Those of the groups that are there. One that is missing is left out. */
  describeVpcGroups(
    target: Target,
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<readonly VpcSecurityGroup[]>>;
  /**
   * Every group of the region, of VPCs and of EC2-Classic; told page by page besides, so that the first can be
   * shown while the rest is read.
   */
  listVpcGroups(
    target: Target,
    onPage?: (page: readonly VpcSecurityGroup[]) => void,
    options?: CallOptions,
  ): Promise<Outcome<readonly VpcSecurityGroup[]>>;
  /** The ingress rules of the groups, with their ids. */
  describeVpcRules(
    target: Target,
    groupIds: readonly string[],
    options?: CallOptions,
  ): Promise<Outcome<readonly Rule[]>>;
  /** The ingress rules of the region that say when they end. */
  describeExpiringRules(target: Target, options?: CallOptions): Promise<Outcome<readonly Rule[]>>;
  /** The ingress rule of an id, in whichever group it is: none where there is none. */
  describeVpcRule(target: Target, ruleId: string, options?: CallOptions): Promise<Outcome<readonly Rule[]>>;
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
  /** The blocks that a prefix list holds. */
  listPrefixListEntries(
    target: Target,
    id: string,
    options?: CallOptions,
  ): Promise<Outcome<readonly string[]>>;
  /** Whether the credentials may do it: a dry run foresees neither duplicates nor missing groups nor quotas. */
  dryRunAuthorizeVpcIngress(
    target: Target,
    ingress: VpcIngress,
    options?: CallOptions,
  ): Promise<Outcome<undefined>>;
  /** Makes the rules, all or none. */
  authorizeVpcIngress(
    target: Target,
    ingress: VpcIngress,
    options?: CallOptions,
  ): Promise<Outcome<VpcAuthorized>>;
  /** Whether the credentials may do it: a dry run does not foresee that the rule is gone. */
  dryRunRevokeVpcIngress(target: Target, rule: RuleName, options?: CallOptions): Promise<Outcome<undefined>>;
  revokeVpcIngress(target: Target, rule: RuleName, options?: CallOptions): Promise<Outcome<undefined>>;
}

export interface VpcAuthorized {
  readonly rules: readonly Rule[];
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
