import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSecurityGroup.html */
export const deleteCacheSecurityGroup: Operation = ({ params, state, now }) => {
  const groups = state.cacheSecurityGroups;
  const group = groups.find(params.required("CacheSecurityGroupName"));
  if (group.name === "default") {
    throw invalidValue("The default cache security group cannot be deleted.");
  }
  if (group.clusters.size > 0) {
    throw new ApiError(
      "InvalidCacheSecurityGroupState",
      `Cache security group ${group.name} is in use by ${[...group.clusters].join(", ")}.`,
    );
  }
  if (groups.grants(group, now).some((grant) => groups.status(grant, now) !== "authorized")) {
    throw new ApiError("InvalidCacheSecurityGroupState");
  }
  groups.remove(group);
  return undefined;
};
