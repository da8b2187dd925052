import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { CacheSecurityGroupsApi } from "../api/cacheSecurityGroups";
import type { Caller } from "../call/caller";
import { authorizeIngress, revokeIngress } from "./changeIngress";
import { createCacheSecurityGroup } from "./createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "./deleteCacheSecurityGroup";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";
import { listCacheSecurityGroups } from "./listCacheSecurityGroups";

/** The calls about cache security groups. */
export function cacheSecurityGroupCalls(call: Caller): CacheSecurityGroupsApi {
  const requests = cacheSecurityGroupRequests;
  return {
    listCacheSecurityGroups: (target, options) =>
      call(target, requests.list(), options, (clients) => listCacheSecurityGroups(clients, options?.soFar)),
    describeCacheSecurityGroup: (target, name, options) =>
      call(target, requests.describe(name), options, (clients) => describeCacheSecurityGroup(clients, name)),
    createCacheSecurityGroup: (target, group, options) =>
      call(target, requests.create(group), options, (clients) => createCacheSecurityGroup(clients, group)),
    deleteCacheSecurityGroup: (target, name, options) =>
      call(target, requests.delete(name), options, (clients) => deleteCacheSecurityGroup(clients, name)),
    authorizeIngress: (target, ingress, options) =>
      call(target, requests.authorize(ingress), options, (clients) => authorizeIngress(clients, ingress)),
    revokeIngress: (target, ingress, options) =>
      call(target, requests.revoke(ingress), options, (clients) => revokeIngress(clients, ingress)),
  };
}
