import { grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { joined } from "../../core/joined";
import { ruleName } from "../../core/rules/rule";
import { ruleParams } from "../../core/rules/ruleParams";
import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import type { Target } from "../../core/target";
import { sourceNames, vpcGroupName } from "../../store/ruleNames";
import type { State } from "../../store/state";
import { entryKey } from "../../ui/entryKey";
import type { PickItem } from "../../ui/ui";
import type { Params } from "../command";
import { cacheEntry } from "../steps/cacheStep";
import { groupEntry } from "../steps/groupStep";

/** What there is to copy in a target, by kind: each with the params that its row has, the target's aside. */
export const subjects = {
  groups: {
    heading: "cache security groups",
    entries: () => [
      { key: "groups", label: "All cache security groups", icon: "list-unordered", value: {} as Params },
    ],
  },
  group: {
    heading: "cache security groups",
    entries: (target, { groups }) =>
      (groups.get(target).value ?? []).map((group) =>
        groupEntry<Params>(group, { cacheSecurityGroupName: group.name }),
      ),
  },
  grant: { heading: "grants", entries: grants },
  cache: { heading: "caches", entries: caches },
  vpcGroup: { heading: "VPC security groups", entries: vpcGroups },
  rule: { heading: "rules", entries: rules },
} as const satisfies Readonly<Record<string, SubjectKind>>;

export type SubjectKindName = keyof typeof subjects;

interface SubjectKind {
  readonly heading: string;
  readonly entries: (target: Target, state: State) => readonly PickItem<Params>[];
}

function grants(target: Target, { groups }: State): readonly PickItem<Params>[] {
  return (groups.get(target).value ?? []).flatMap(({ name, grants: those }) =>
    those.map((grant) => {
      const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } = grant;
      return {
        key: entryKey("grant", name, grantKey(grant)),
        label: ec2SecurityGroupName,
        description: `${ec2SecurityGroupOwnerId} · let in by ${name}`,
        icon: "server",
        value: { cacheSecurityGroupName: name, ec2SecurityGroupName, ec2SecurityGroupOwnerId },
      };
    }),
  );
}

function caches(target: Target, state: State): readonly PickItem<Params>[] {
  return (state.caches.get(target).value ?? []).map((cache) =>
    cacheEntry<Params>(cache, { cacheKind: cache.kind, cacheId: cache.id }),
  );
}

function vpcGroups(target: Target, state: State): readonly PickItem<Params>[] {
  return vpcGroupIds(target, state).map((id) => ({
    key: entryKey("vpcGroup", id),
    label: vpcGroupName(state.vpc, target, id),
    description: id,
    icon: "shield",
    value: { securityGroupId: id },
  }));
}

function rules(target: Target, state: State): readonly PickItem<Params>[] {
  return vpcGroupIds(target, state).flatMap((id) =>
    (state.vpc.rules(target, id) ?? []).map((rule) => ({
      key: entryKey("rule", id, ruleName(rule)),
      label: sourceText(rule.source, sourceNames(state.vpc, target, rule)),
      description: joined(...trafficWords(rule), `let in by ${vpcGroupName(state.vpc, target, id)}`),
      ...(rule.description ? { detail: rule.description } : {}),
      icon: "server",
      value: { securityGroupId: id, ...ruleParams(rule) },
    })),
  );
}

/** The groups of the target's caches, each once. */
function vpcGroupIds(target: Target, state: State): readonly string[] {
  const found = (state.caches.get(target).value ?? []).flatMap(({ securityGroups }) => securityGroups ?? []);
  return [...new Set(found.map(({ id }) => id))];
}
