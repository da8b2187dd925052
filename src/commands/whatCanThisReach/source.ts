import type { GrantName } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { givenSource } from "../../core/rules/givenSource";
import { isMakeable, type RuleSource } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { isSecurityGroupId } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import { loadedTargets } from "../../store/refreshTarget";
import type { State } from "../../store/state";
import { entryKey } from "../../ui/entryKey";
import { typedSource } from "../authorizeVpcIngress/typedSource";
import type { Params, Services } from "../command";
import { textParams } from "../params";

/** Somebody who may be let in: as the second generation names them, as the first does, or both. */
export interface AccessSource {
  readonly label: string;
  readonly source?: RuleSource;
  readonly grant?: GrantName;
}

/** The source that a row, or a caller, names; `undefined` where none is. */
export function accessSourceGiven(params: Params, { state }: Services): Outcome<AccessSource | undefined> {
  const given = textParams(params, [
    "ec2SecurityGroupName",
    "ec2SecurityGroupOwnerId",
    "sourceSecurityGroupId",
    "sourceOwnerId",
    "cidrIp",
    "cidrIpv6",
    "prefixListId",
  ]);
  if (!given.ok) {
    return given;
  }
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner, ...fields } = given.value;
  if (name !== undefined && owner !== undefined) {
    return succeeded(byName({ ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner }, state));
  }
  const source = givenSource(fields, undefined);
  if (!source.ok) {
    return failed(invalidParameter(source.field, source.message));
  }
  return succeeded(source.source && bySource(source.source, state));
}

/** Asks for a source: an id, addresses. */
export async function askAccessSource({ state, ui }: Services): Promise<AccessSource | undefined> {
  const answer = await ui.pick<RuleSource>({
    at: { title: "What Can This Reach?" },
    placeholder: "A source that some loaded rule names, or type a CIDR block or an ID",
    items: knownSources(state).map(({ source, label }) => ({
      key: entryKey("source", label),
      label,
      icon: "server",
      value: source,
    })),
    fromText: (text) => {
      const typed = typedSource(text, "");
      return typed && "value" in typed
        ? { key: typed.key, label: typed.label, icon: "pencil", value: typed.value.source }
        : undefined;
    },
  });
  return answer.kind === "answer" ? bySource(answer.value, state) : undefined;
}

/** A group by its name and owner. Where a loaded VPC group has both, it may be meant, or another of that name. */
function byName(grant: GrantName, state: State): AccessSource {
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: ownerId } = grant;
  const same = groupsIn(state).find((group) => group.name === name && group.ownerId === ownerId);
  return {
    label: `${name} of ${ownerId}`,
    grant,
    ...(same ? { source: { kind: "securityGroup", groupId: same.id, ownerId } as const } : {}),
  };
}

function bySource(source: RuleSource, state: State): AccessSource {
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
function knownSources(state: State): readonly { readonly source: RuleSource; readonly label: string }[] {
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
