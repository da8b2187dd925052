/** What callers of commands name as the API's parameters are named: where one is at fault, the failure names theirs. */
const params: Readonly<Record<string, string>> = {
  CacheSecurityGroupName: "cacheSecurityGroupName",
  EC2SecurityGroupName: "ec2SecurityGroupName",
  EC2SecurityGroupOwnerId: "ec2SecurityGroupOwnerId",
  Description: "description",
  GroupId: "securityGroupId",
  SecurityGroupIds: "securityGroupId",
  SecurityGroupRuleIds: "securityGroupRuleId",
  CacheClusterId: "cacheId",
  ReplicationGroupId: "cacheId",
  ServerlessCacheName: "cacheId",
  IpProtocol: "ipProtocol",
  CidrIp: "cidrIp",
  CidrIpv6: "cidrIpv6",
  PrefixListId: "prefixListId",
  UserId: "sourceOwnerId",
  Key: "tags",
  Value: "tags",
};

/** The field of `params` for a parameter of the API, where there is one. */
export function paramOf(apiName: string): string | undefined {
  return Object.hasOwn(params, apiName) ? params[apiName] : undefined;
}
