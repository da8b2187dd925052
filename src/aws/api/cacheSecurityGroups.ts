import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { Outcome } from "../../core/outcome";
import type { NewCacheSecurityGroup } from "../../core/requests/cacheSecurityGroups";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";

/** What may be asked of AWS about cache security groups. */
export interface CacheSecurityGroupsApi {
  /** Every cache security group of the target, all pages. */
  listCacheSecurityGroups(
    target: Target,
    options?: GroupListOptions,
  ): Promise<Outcome<readonly CacheSecurityGroup[]>>;
  describeCacheSecurityGroup(
    target: Target,
    name: string,
    options?: CallOptions,
  ): Promise<Outcome<CacheSecurityGroup>>;
  createCacheSecurityGroup(
    target: Target,
    group: NewCacheSecurityGroup,
    options?: CallOptions,
  ): Promise<Outcome<CacheSecurityGroup>>;
  deleteCacheSecurityGroup(target: Target, name: string, options?: CallOptions): Promise<Outcome<undefined>>;
  authorizeIngress(target: Target, ingress: Ingress, options?: CallOptions): Promise<Outcome<Changed>>;
  revokeIngress(target: Target, ingress: Ingress, options?: CallOptions): Promise<Outcome<Changed>>;
}

export interface GroupListOptions extends CallOptions {
  /** Told what was read so far, when the first page has come and each time that it has doubled; never of the whole. */
  readonly soFar?: (groups: readonly CacheSecurityGroup[]) => void;
}

/** The answer to a change of a grant. */
export interface Changed {
  readonly group: CacheSecurityGroup;
}
