/**
 * An EC2 security group that a cache security group lets in.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_EC2SecurityGroup.html
 */
export interface Grant {
  readonly ec2SecurityGroupName: string;
  /** The account number of the EC2 security group's owner, as the API gave it. */
  readonly ec2SecurityGroupOwnerId: string;
  /** `authorizing`, `authorized`, `revoking`… The API names no list: an unknown one is shown as it is. */
  readonly status: string;
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheSecurityGroup.html */
export interface CacheSecurityGroup {
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  readonly arn?: string;
  readonly grants: readonly Grant[];
}

/** Which grant of a group: the EC2 security group that it lets in. */
export type GrantName = Pick<Grant, "ec2SecurityGroupName" | "ec2SecurityGroupOwnerId">;

/** Equal for the same EC2 security group of the same owner. */
export function grantKey(grant: GrantName): string {
  return `${grant.ec2SecurityGroupOwnerId}/${grant.ec2SecurityGroupName}`;
}

/** Whether AWS is still at work on the grant, so that its status will change by itself. */
export function isChanging(grant: Grant): boolean {
  return grant.status === "authorizing" || grant.status === "revoking";
}

/** The group as it is to be shown: the API names no list of statuses, and `revoked` counts as gone. */
export function withoutGoneGrants(group: CacheSecurityGroup): CacheSecurityGroup {
  return group.grants.some((grant) => grant.status === "revoked")
    ? { ...group, grants: group.grants.filter((grant) => grant.status !== "revoked") }
    : group;
}

/** The grant for an EC2 security group, if the group has one. */
export function findGrant(group: CacheSecurityGroup, wanted: GrantName): Grant | undefined {
  const key = grantKey(wanted);
  return group.grants.find((grant) => grantKey(grant) === key);
}

/** The group with one grant as another answer has it, be it gone there, and everything else as it is. */
export function withGrantOf(
  group: CacheSecurityGroup,
  answer: CacheSecurityGroup,
  wanted: GrantName,
): CacheSecurityGroup {
  const key = grantKey(wanted);
  const others = group.grants.filter((grant) => grantKey(grant) !== key);
  const found = findGrant(answer, wanted);
  return { ...group, grants: found ? [...others, found] : others };
}

/** `lets nobody in`, `lets in 1`, `lets in 25`. */
export function letsInWords({ grants }: Pick<CacheSecurityGroup, "grants">): string {
  return grants.length === 0 ? "lets nobody in" : `lets in ${grants.length}`;
}
