/**
 * The three strings of AuthorizeCacheSecurityGroupIngress and RevokeCacheSecurityGroupIngress: which EC2 security
 * group, of whom, into which cache security group.
 */
export interface Ingress {
  readonly cacheSecurityGroupName: string;
  readonly ec2SecurityGroupName: string;
  readonly ec2SecurityGroupOwnerId: string;
}

/** Who is to be let in: an EC2 security group, by its name and the account number of its owner. */
export type IngressSource = Pick<Ingress, "ec2SecurityGroupName" | "ec2SecurityGroupOwnerId">;
