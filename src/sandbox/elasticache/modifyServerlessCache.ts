import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { findServerlessCache } from "./describeServerlessCaches";
import { readSecurityGroupIds } from "./securityGroupIds";
import { serverlessCacheXml } from "./serverlessCacheXml";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyServerlessCache.html
 *
 * The sandbox modifies nothing but the list of VPC security groups. The API gives them no status of their
 * own: the cache is `modifying` for a moment.
 */
export const modifyServerlessCache: Operation = (call) => {
  const cache = findServerlessCache(call, call.params.required("ServerlessCacheName"));
  const ids = readSecurityGroupIds(call, cache.security.groupIds);
  if (cache.security.isChanging(call.now)) {
    throw new ApiError(
      "InvalidServerlessCacheStateFault",
      `Serverless cache ${cache.name} is not in available state.`,
    );
  }
  cache.security.replace(ids, call.now);
  return { ServerlessCache: serverlessCacheXml(call, cache) };
};
