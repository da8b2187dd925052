import type { Ec2State } from "./ec2/state";
import type { CacheSecurityGroups } from "./elasticache/cacheSecurityGroups";
import type { Caches } from "./elasticache/caches";
import type { Schedules } from "./scheduler/schedules";

/** Everything one account has in one region. */
export interface RegionState {
  readonly cacheSecurityGroups: CacheSecurityGroups;
  readonly caches: Caches;
  readonly ec2: Ec2State;
  readonly schedules: Schedules;
}
