import type { GrantName } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { CacheName } from "../../core/caches/cache";
import { type GrantReach, grantReach } from "../../core/reach/grantReach";
import { type Reachable, type ReachWay, reachable } from "../../core/reach/reachable";
import type { Rule } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames, vpcGroupName } from "../ruleNames";
import type { State } from "../state";
import type { AccessSource } from "./accessSource";
import { type NotKnown, notKnownCaches, notRead } from "./notKnown";

/** A cache that lets somebody in, or a cache security group, with why. */
export interface ReachMatch extends Target {
  /** Absent for a cache security group that no cache is in. */
  readonly cache?: CacheName;
  /** The cache security group of the first generation that lets them in. */
  readonly cacheSecurityGroupName?: string;
  readonly securityGroupId?: string;
  readonly securityGroupRuleId?: string;
  readonly ports: readonly number[];
  readonly why: string;
}

/** What was found in one target, and what nobody knows. */
export interface TargetReach {
  readonly matches: readonly ReachMatch[];
  readonly notKnown: readonly NotKnown[];
}

/** Both generations of one target together. */
export function reachIn(target: Target, someone: AccessSource, state: State): TargetReach {
  const { source, grant } = someone;
  const { caches, groups, vpc } = state;
  const all = caches.get(target).value ?? [];
  const second = source
    ? reachable(source, all, (groupId) => vpc.rules(target, groupId), vpc.facts(target).prefixLists)
    : { reachable: [], notKnown: [] };
  const first = grant ? grantReach(grant, groups.get(target).value ?? [], all) : [];
  return {
    matches: [...ruleMatches(target, second.reachable, state), ...grantMatches(target, first, grant)],
    notKnown: [...notRead(target, someone, state), ...notKnownCaches(target, second.notKnown, state)],
  };
}

function ruleMatches(target: Target, found: readonly Reachable[], state: State): readonly ReachMatch[] {
  return found.map(({ cache, ports, way }): ReachMatch => {
    const rule = "rule" in way ? way.rule : undefined;
    return {
      ...target,
      cache: { kind: cache.kind, id: cache.id },
      ...(rule ? { securityGroupId: rule.groupId } : {}),
      ...(rule?.id ? { securityGroupRuleId: rule.id } : {}),
      ports,
      why: whyWords(way, target, state),
    };
  });
}

function grantMatches(
  target: Target,
  found: readonly GrantReach[],
  grant: GrantName | undefined,
): readonly ReachMatch[] {
  return found.flatMap(({ group, caches: members }): readonly ReachMatch[] => {
    const why = `cache security group ${group.name} lets in ${grant?.ec2SecurityGroupName} by name`;
    const match = { ...target, cacheSecurityGroupName: group.name, why };
    return members.length === 0
      ? [{ ...match, ports: [] }]
      : members.map(({ kind, id, ports = [] }) => ({ ...match, cache: { kind, id }, ports }));
  });
}

function whyWords(way: ReachWay, target: Target, state: State): string {
  if (way.by === "public") {
    return "public: anyone with elasticache:Connect";
  }
  const { rule } = way;
  const allows = (one: Rule) => {
    const group = vpcGroupName(state.vpc, target, one.groupId);
    return `${group} allows ${ruleText(one, sourceNames(state.vpc, target, one))}`;
  };
  const words = allows(rule);
  switch (way.by) {
    case "rule":
      return words;
    case "together":
      return `together: ${way.rules.map(allows).join(", ")}`;
    case "open":
      return `open: ${words}`;
    case "part":
      return `a part of it: ${words}`;
  }
}
