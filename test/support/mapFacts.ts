import type { CacheSecurityGroup, GrantName } from "../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { Cache } from "../../src/core/caches/cache";
import { type End, endOfTags } from "../../src/core/expiry/expiry";
import type { MapTarget } from "../../src/core/map/mapData";
import type { TargetFacts } from "../../src/core/map/targetFacts";
import { cacheOpenness } from "../../src/core/reach/cacheOpenness";
import { noPrefixLists } from "../../src/core/rules/prefixLists";
import { isStaleReference, type Rule } from "../../src/core/rules/rule";
import type { VpcSecurityGroup } from "../../src/core/rules/vpcSecurityGroup";

export interface GivenFacts {
  readonly profile?: string;
  readonly account?: string;
  readonly caches?: readonly Cache[];
  readonly groups?: readonly CacheSecurityGroup[];
  readonly rules?: Readonly<Record<string, readonly Rule[]>>;
  readonly vpcGroups?: readonly VpcSecurityGroup[];
  /** The ends that this machine remembers of grants. */
  readonly endOfGrant?: (cacheSecurityGroupName: string, grant: GrantName) => End | undefined;
  readonly isReading?: boolean;
  readonly shown?: Partial<MapTarget>;
}

/** A target as the stores would know it, of what is given. A group without rules was not read. */
export function factsFrom(given: GivenFacts): TargetFacts {
  const { profile = "prod", account = "111122223333", rules = {} } = given;
  const target = { profile, region: "us-west-2" };
  const rulesOf = (groupId: string) => rules[groupId];
  const vpcGroup = (id: string) => given.vpcGroups?.find((group) => group.id === id);
  return {
    target,
    shown: { ...target, account, state: "read", failures: [], ...given.shown },
    caches: given.caches,
    areCachesStale: false,
    groups: given.groups,
    areGroupsStale: false,
    isReading: given.isReading ?? false,
    prefixLists: noPrefixLists,
    rulesOf,
    vpcGroup,
    namesOf: ({ source }) => {
      const name = source.kind === "securityGroup" ? vpcGroup(source.groupId)?.name : undefined;
      return { ownAccount: account, ...(name === undefined ? {} : { groupName: name }) };
    },
    isStaleRule: isStaleReference,
    endOfRule: ({ tags }) => endOfTags(tags),
    endOfGrant: given.endOfGrant ?? (() => undefined),
    openness: (cache) => cacheOpenness(cache, rulesOf, noPrefixLists),
  };
}

export function vpcGroupOf(id: string, name: string, tags: Record<string, string> = {}): VpcSecurityGroup {
  return { id, name, description: "", ownerId: "111122223333", vpcId: "vpc-1", tags };
}
