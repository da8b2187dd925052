import type { CacheName } from "../core/caches/cache";
import type { Target } from "../core/target";

/** A VPC security group to be attached to a cache, or detached from it. */
export interface MembershipItem extends Target {
  readonly cache: CacheName;
  readonly groupId: string;
  /** The cache's groups as they were read, and as they are to be. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}
