import type { CacheSecurityGroup } from "./cacheSecurityGroup";

/** A cache security group in the API's own spelling, for callers that know the API. */
export interface ApiCacheSecurityGroup {
  readonly CacheSecurityGroupName: string;
  readonly Description: string;
  readonly OwnerId: string;
  readonly ARN?: string;
  readonly EC2SecurityGroups: readonly {
    readonly Status: string;
    readonly EC2SecurityGroupName: string;
    readonly EC2SecurityGroupOwnerId: string;
  }[];
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheSecurityGroup.html */
export function toApiShape(group: CacheSecurityGroup): ApiCacheSecurityGroup {
  return {
    CacheSecurityGroupName: group.name,
    Description: group.description,
    OwnerId: group.ownerId,
    ...(group.arn === undefined ? {} : { ARN: group.arn }),
    EC2SecurityGroups: group.grants.map((grant) => ({
      Status: grant.status,
      EC2SecurityGroupName: grant.ec2SecurityGroupName,
      EC2SecurityGroupOwnerId: grant.ec2SecurityGroupOwnerId,
    })),
  };
}
