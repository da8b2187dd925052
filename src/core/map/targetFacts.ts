import type { CacheSecurityGroup, GrantName } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Cache } from "../caches/cache";
import type { End } from "../expiry/expiry";
import type { CacheOpenness } from "../reach/cacheOpenness";
import type { KnownPrefixLists } from "../rules/prefixLists";
import type { Rule } from "../rules/rule";
import type { SourceNames } from "../rules/ruleText";
import type { VpcSecurityGroup } from "../rules/vpcSecurityGroup";
import type { Target } from "../target";
import type { MapTarget } from "./mapData";

/** All that is known of one target, as far as the map is made of it. */
export interface TargetFacts {
  readonly target: Target;
  /** How the target itself is shown. */
  readonly shown: MapTarget;
  /** `undefined` where they were not read. */
  readonly caches: readonly Cache[] | undefined;
  readonly areCachesStale: boolean;
  readonly groups: readonly CacheSecurityGroup[] | undefined;
  readonly areGroupsStale: boolean;
  /** Whether what is not known is being read. */
  readonly isReading: boolean;
  readonly prefixLists: KnownPrefixLists;
  /** `undefined` where a group's rules were not read: that is not the same as none. */
  rulesOf(groupId: string): readonly Rule[] | undefined;
  vpcGroup(id: string): VpcSecurityGroup | undefined;
  namesOf(rule: Rule): SourceNames;
  isStaleRule(rule: Rule): boolean;
  /** When it ends, where that is known: by its tags, or from this machine alone. */
  endOfRule(rule: Rule): End | undefined;
  /** The same of a grant, which this machine remembers. */
  endOfGrant(cacheSecurityGroupName: string, grant: GrantName): End | undefined;
  openness(cache: Cache): CacheOpenness;
}
