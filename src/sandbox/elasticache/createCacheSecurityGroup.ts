import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";
import { cacheSecurityGroupXml } from "./cacheSecurityGroupXml";
import { checkTags } from "./tags";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSecurityGroup.html */
export const createCacheSecurityGroup: Operation = (call) => {
  const { params, state } = call;
  const groups = state.cacheSecurityGroups;
  const name = params.required("CacheSecurityGroupName");
  const description = params.required("Description");
  checkName(name);
  checkTags(params.structures("Tags.Tag").concat(params.structures("Tags.member")));
  if (groups.has(name)) {
    throw new ApiError(
      "CacheSecurityGroupAlreadyExists",
      `CacheSecurityGroup ${name.toLowerCase()} already exists.`,
    );
  }
  if (groups.size >= groups.quota) {
    throw new ApiError(
      "QuotaExceeded.CacheSecurityGroup",
      `Quota exceeded: an account may have ${groups.quota} cache security groups in a region.`,
    );
  }
  return { CacheSecurityGroup: cacheSecurityGroupXml(call, groups.add(name, description)) };
};

// "No more than 255 alphanumeric characters", says the reference; its own example is my-sec-grp.
function checkName(name: string): void {
  if (name.toLowerCase() === "default") {
    throw invalidValue('The parameter CacheSecurityGroupName cannot be the word "Default".');
  }
  if (name.length > 255 || !/^[a-z0-9-]+$/i.test(name)) {
    throw invalidValue(
      "The parameter CacheSecurityGroupName is not a valid identifier. It must contain no more than 255 ASCII letters, digits and hyphens.",
    );
  }
}
