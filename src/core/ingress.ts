/**
 * The three strings of AuthorizeCacheSecurityGroupIngress and RevokeCacheSecurityGroupIngress: which EC2 security
 * group, of whom, into which cache security group.
 */
export interface Ingress {
  readonly cacheSecurityGroupName: string;
  readonly ec2SecurityGroupName: string;
  readonly ec2SecurityGroupOwnerId: string;
}
