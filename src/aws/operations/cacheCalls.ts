import { cacheRequests } from "../../core/requests/caches";
import type { CachesApi } from "../api/caches";
import type { Caller } from "../call/caller";
import { describeCache } from "./describeCache";
import { listCacheClusters } from "./listCacheClusters";
import { listReplicationGroups } from "./listReplicationGroups";
import { listServerlessCaches } from "./listServerlessCaches";
import { listUserGroups, listUsers } from "./listUsers";
import { replaceCacheGroups } from "./replaceCacheGroups";

/** The calls about caches. */
export function cacheCalls(call: Caller): CachesApi {
  return {
    listCacheClusters: (target, options) =>
      call(target, cacheRequests.listClusters(), options, listCacheClusters),
    listReplicationGroups: (target, options) =>
      call(target, cacheRequests.listReplicationGroups(), options, listReplicationGroups),
    listServerlessCaches: (target, options) =>
      call(target, cacheRequests.listServerless(), options, listServerlessCaches),
    describeCache: (target, cache, options) =>
      call(target, cacheRequests.describe(cache), options, (clients) => describeCache(clients, cache)),
    listUserGroups: (target, options) =>
      call(target, cacheRequests.listUserGroups(), options, listUserGroups),
    listUsers: (target, options) => call(target, cacheRequests.listUsers(), options, listUsers),
    replaceCacheGroups: (target, change, options) =>
      call(target, cacheRequests.replaceGroups(change), options, (clients) =>
        replaceCacheGroups(clients, change),
      ),
  };
}
