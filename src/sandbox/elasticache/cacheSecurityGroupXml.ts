import type { Call } from "../service";
import { XmlList, type XmlObject } from "../xml";
import type { StoredGroup } from "./cacheSecurityGroups";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheSecurityGroup.html */
export function cacheSecurityGroupXml({ state, now }: Call, group: StoredGroup): XmlObject {
  const groups = state.cacheSecurityGroups;
  return {
    EC2SecurityGroups: new XmlList(
      "EC2SecurityGroup",
      groups.grants(group, now).map((grant) => ({
        Status: groups.status(grant, now),
        EC2SecurityGroupName: grant.ec2SecurityGroupName,
        EC2SecurityGroupOwnerId: grant.ec2SecurityGroupOwnerId,
      })),
    ),
    CacheSecurityGroupName: group.name,
    OwnerId: group.ownerId,
    Description: group.description,
    ARN: group.arn,
  };
}
