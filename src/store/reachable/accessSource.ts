import type { GrantName } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { isMakeable, type RuleSource } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { isSecurityGroupId } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import { loadedTargets } from "../refreshTarget";
import type { State } from "../state";

/** Somebody who may be let in: as the second generation names them, as the first does, or both. */
export interface AccessSource {
  readonly label: string;
  readonly source?: RuleSource;
  readonly grant?: GrantName;
}

/** A group by its name and owner. Where a loaded VPC group has both, it may be meant, or another of that name. */
export function byName(grant: GrantName, state: State): AccessSource {
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: ownerId } = grant;
  const same = groupsIn(state).find((group) => group.name === name && group.ownerId === ownerId);
  return {
    label: `${name} of ${ownerId}`,
    grant,
    ...(same ? { source: { kind: "securityGroup", groupId: same.id, ownerId } as const } : {}),
  };
}

/** A source as rules name it, and as grants do where it is a group that is known. */
export function bySource(source: RuleSource, state: State): AccessSource {
  const group =
    source.kind === "securityGroup" && isSecurityGroupId(source.groupId)
      ? groupsIn(state).find(({ id }) => id === source.groupId)
      : undefined;
  const label = sourceText(source, group ? { groupName: group.name } : {});
  return {
    label,
    source,
    ...(group?.ownerId
      ? { grant: { ec2SecurityGroupName: group.name, ec2SecurityGroupOwnerId: group.ownerId } }
      : {}),
  };
}

function groupsIn(state: State) {
  return loadedTargets(state).flatMap((target) => state.vpc.knownGroups(target));
}

/** The sources of all loaded rules, each once. */
export function sourcesOfRules(
  state: State,
): readonly { readonly source: RuleSource; readonly label: string }[] {
  const known = new Map<string, { source: RuleSource; label: string }>();
  for (const target of loadedTargets(state)) {
    for (const { source } of rulesIn(state, target).filter(isMakeable)) {
      const { label } = bySource(source, state);
      known.set(label, { source, label });
    }
  }
  return [...known.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

function rulesIn(state: State, target: Target) {
  return (state.caches.get(target).value ?? []).flatMap(({ securityGroups }) =>
    (securityGroups ?? []).flatMap(({ id }) => state.vpc.rules(target, id) ?? []),
  );
}
