import { classicId, fixedId } from "./ids";
import type { NetworkInterface, PrefixList, Vpc, VpcPeering } from "./network";
import { Paths } from "./paths/model";
import type { Rule, RuleContent } from "./rule";
import { rulePrefix, rulePrefixOf, SecurityGroup } from "./securityGroup";

/** What one account has of EC2 in one region. */
export class Ec2State {
  readonly accountId: string;
  readonly region: string;
  readonly groups = new Map<string, SecurityGroup>();
  readonly vpcs = new Map<string, Vpc>();
  /** Those of both sides, each known to both. */
  readonly peerings: VpcPeering[] = [];
  readonly prefixLists = new Map<string, PrefixList>();
  readonly interfaces: NetworkInterface[] = [];
  readonly paths = new Paths();
  readonly #groupsByRulePrefix = new Map<string, SecurityGroup>();

  constructor(accountId: string, region: string) {
    this.accountId = accountId;
    this.region = region;
  }

  /** The id of the VPC that each account has in each region unless it is told otherwise. */
  get defaultVpcId(): string {
    return vpcId(this.accountId, this.region, "default");
  }

  addClassicGroup(name: string, description: string): SecurityGroup {
    const id = classicId("sg", this.accountId, this.region, name);
    return this.addGroup(new SecurityGroup({ id, name, description, ownerId: this.accountId }));
  }

  addVpcGroup(
    name: string,
    description: string,
    vpc = this.defaultVpcId,
    first?: () => Iterable<RuleContent>,
    firstOut?: () => Iterable<RuleContent>,
  ): SecurityGroup {
    const id = vpcGroupId(this.accountId, this.region, vpc, name);
    return this.addGroup(
      new SecurityGroup({ id, name, description, ownerId: this.accountId, vpcId: vpc }, first, firstOut),
    );
  }

  addGroup(group: SecurityGroup): SecurityGroup {
    this.groups.set(group.id, group);
    this.#groupsByRulePrefix.set(rulePrefix(group.id), group);
    return group;
  }

  removeGroup(group: SecurityGroup): void {
    this.groups.delete(group.id);
    this.#groupsByRulePrefix.delete(rulePrefix(group.id));
  }

  /** The rule of that id, of ingress or egress. */
  findRule(id: string): Rule | undefined {
    const group = this.#groupsByRulePrefix.get(rulePrefixOf(id));
    return group?.ingress.get(id) ?? group?.egress.find((rule) => rule.id === id);
  }
}

/** The id of an account's VPC of some name, the same whether or not the account has been looked at yet. */
export function vpcId(accountId: string, region: string, name: string): string {
  return fixedId("vpc", accountId, region, name);
}

/** The id of a security group in a VPC, known beforehand like that of the VPC. */
export function vpcGroupId(accountId: string, region: string, vpc: string, name: string): string {
  return fixedId("sg", accountId, region, vpc, name);
}
