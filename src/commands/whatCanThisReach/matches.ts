import type { CacheName } from "../../core/caches/cache";
import { grantReach } from "../../core/reach/grantReach";
import { type ReachWay, reachable } from "../../core/reach/reachable";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import type { State } from "../../store/state";
import type { AccessSource } from "./source";

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

/** Both generations of one target together. */
export function matchesIn(
  target: Target,
  { source, grant }: AccessSource,
  state: State,
): readonly ReachMatch[] {
  const caches = state.caches.get(target).value ?? [];
  const second = source ? reachable(source, caches, (groupId) => state.vpc.rules(target, groupId) ?? []) : [];
  const first = grant ? grantReach(grant, state.groups.get(target).value ?? [], caches) : [];
  return [
    ...second.map(({ cache, ports, way }): ReachMatch => {
      const rule = "rule" in way ? way.rule : undefined;
      return {
        ...target,
        cache: { kind: cache.kind, id: cache.id },
        ...(rule ? { securityGroupId: rule.groupId } : {}),
        ...(rule?.id ? { securityGroupRuleId: rule.id } : {}),
        ports,
        why: whyWords(way, target, state),
      };
    }),
    ...first.flatMap(({ group, caches: members }): readonly ReachMatch[] => {
      const why = `cache security group ${group.name} lets in ${grant?.ec2SecurityGroupName} by name`;
      const match = { ...target, cacheSecurityGroupName: group.name, why };
      return members.length === 0
        ? [{ ...match, ports: [] }]
        : members.map(({ kind, id, ports }) => ({ ...match, cache: { kind, id }, ports }));
    }),
  ];
}

function whyWords(way: ReachWay, target: Target, state: State): string {
  if (way.by === "public") {
    return "public: anyone with elasticache:Connect";
  }
  const { rule } = way;
  const group = state.vpc.group(target, rule.groupId)?.name ?? rule.groupId;
  const words = `${group} allows ${ruleText(rule, sourceNames(state.vpc, target, rule))}`;
  switch (way.by) {
    case "rule":
      return words;
    case "open":
      return `open: ${words}`;
    case "part":
      return `a part of it: ${words}`;
  }
}
