import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { grantKey } from "./cacheSecurityGroups";
import { cacheSecurityGroupXml } from "./cacheSecurityGroupXml";
import { readIngress } from "./ingress";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_AuthorizeCacheSecurityGroupIngress.html
 *
 * A grant that is being revoked does not count as authorized any more: authorizing it again turns it round.
 */
export const authorizeCacheSecurityGroupIngress: Operation = (call) => {
  const { group, ec2Group, ownerId } = readIngress(call);
  const groups = call.state.cacheSecurityGroups;
  if (group.grants.get(grantKey(ec2Group, ownerId))?.change === "authorize") {
    throw new ApiError("AuthorizationAlreadyExists");
  }
  groups.grant(group, ec2Group, ownerId, call.now);
  return { CacheSecurityGroup: cacheSecurityGroupXml(call, group) };
};
