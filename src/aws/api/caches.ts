import type { CacheName } from "../../core/caches/cache";
import type { CacheGroups } from "../../core/caches/cacheGroups";
import type {
  CacheCluster,
  CacheParts,
  ReplicationGroup,
  ServerlessCache,
} from "../../core/caches/cacheParts";
import type { CacheUser, CacheUserGroup } from "../../core/caches/users";
import type { Outcome } from "../../core/outcome";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";

/** What may be asked of AWS about caches. */
export interface CachesApi {
  /** All pages, with the nodes and their endpoints, members of replication groups among them. */
  listCacheClusters(target: Target, options?: CallOptions): Promise<Outcome<readonly CacheCluster[]>>;
  listReplicationGroups(target: Target, options?: CallOptions): Promise<Outcome<readonly ReplicationGroup[]>>;
  listServerlessCaches(target: Target, options?: CallOptions): Promise<Outcome<readonly ServerlessCache[]>>;
  /** The parts of one cache: of a cluster or a replication group, without what the other lists would tell of it. */
  describeCache(target: Target, cache: CacheName, options?: CallOptions): Promise<Outcome<CacheParts>>;
  listUserGroups(target: Target, options?: CallOptions): Promise<Outcome<readonly CacheUserGroup[]>>;
  listUsers(target: Target, options?: CallOptions): Promise<Outcome<readonly CacheUser[]>>;
  /** Puts this list in the place of the cache's VPC security groups. */
  replaceCacheGroups(target: Target, change: CacheGroups, options?: CallOptions): Promise<Outcome<undefined>>;
}
