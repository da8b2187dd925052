import { classicId, fixedId } from "./ids";

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  /** Absent for a group of EC2-Classic. */
  readonly vpcId?: string;
  readonly tags: Map<string, string>;
}

/** What one account has of EC2 in one region. */
export class Ec2State {
  readonly accountId: string;
  readonly region: string;
  readonly groups = new Map<string, SecurityGroup>();

  constructor(accountId: string, region: string) {
    this.accountId = accountId;
    this.region = region;
  }

  /** The id of the VPC that each account has in each region unless it is told otherwise. */
  get defaultVpcId(): string {
    return fixedId("vpc", this.accountId, this.region, "default");
  }

  addClassicGroup(name: string, description: string): SecurityGroup {
    const id = classicId("sg", this.accountId, this.region, name);
    return this.#add({ id, name, description, ownerId: this.accountId, tags: new Map() });
  }

  addVpcGroup(name: string, description: string, vpcId = this.defaultVpcId): SecurityGroup {
    const id = fixedId("sg", this.accountId, this.region, vpcId, name);
    return this.#add({ id, name, description, ownerId: this.accountId, vpcId, tags: new Map() });
  }

  #add(group: SecurityGroup): SecurityGroup {
    this.groups.set(group.id, group);
    return group;
  }
}
