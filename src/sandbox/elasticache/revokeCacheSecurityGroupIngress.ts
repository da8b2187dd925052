import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { grantKey } from "./cacheSecurityGroups";
import { cacheSecurityGroupXml } from "./cacheSecurityGroupXml";
import { readIngress } from "./ingress";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_RevokeCacheSecurityGroupIngress.html
 *
 * A grant that is still `authorizing` can be revoked. One that is being revoked already is not found.
 */
export const revokeCacheSecurityGroupIngress: Operation = (call) => {
  const { group, ec2Group, ownerId } = readIngress(call);
  const grant = group.grants.get(grantKey(ec2Group, ownerId));
  if (grant?.change !== "authorize") {
    throw new ApiError("AuthorizationNotFound");
  }
  grant.change = "revoke";
  grant.changedAt = call.now;
  return { CacheSecurityGroup: cacheSecurityGroupXml(call, group) };
};
