import type { RuleSource } from "../../core/rules/rule";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickItem } from "../../ui/ui";
import { groupDetail } from "../vpc/liveGroups";

/** A source that was picked, or a way to enter one. */
export type SourceChoice = { readonly source: RuleSource; readonly name?: string } | SourceKind;
export type SourceKind = "cidr" | "otherAccount" | "prefixList";

/**
 * The live list: the groups of the same VPC first, since a rule reaches others through a peering only.
 * `groups` are in the order of their names.
 */
export function sourceEntries(
  groups: readonly VpcSecurityGroup[],
  vpcId: string | undefined,
): readonly PickEntry<SourceChoice>[] {
  const near = groups.filter((group) => vpcId === undefined || group.vpcId === vpcId);
  const far = groups.filter((group) => vpcId !== undefined && group.vpcId !== vpcId);
  return [
    ...section(vpcId === undefined ? "security groups" : `in the same VPC, ${vpcId}`, near),
    ...section("in other VPCs: only a peering or a transit gateway makes them count", far),
    ...otherWays,
  ];
}

/** What is there whatever can be listed. */
export const otherWays: readonly PickEntry<SourceChoice>[] = [
  way("cidr", "symbol-numeric", "Enter a CIDR block…", "IPv4 or IPv6 addresses"),
  way(
    "otherAccount",
    "organization",
    "Enter another account's group…",
    "by ID and owner, over a VPC peering",
  ),
  way("prefixList", "list-unordered", "Choose a prefix list…", "blocks with a name"),
];

function way(value: SourceKind, icon: string, label: string, description: string): PickItem<SourceChoice> {
  return { key: value, label, description, icon, always: true, value };
}

function section(separator: string, groups: readonly VpcSecurityGroup[]): readonly PickEntry<SourceChoice>[] {
  return groups.length === 0 ? [] : [{ separator }, ...groups.map(entryOf)];
}

/** Everything that can be searched for is in the texts: name, id, VPC, tags. */
function entryOf(group: VpcSecurityGroup): PickItem<SourceChoice> {
  const { id, name, vpcId, ownerId } = group;
  const detail = groupDetail(group);
  return {
    key: entryKey("group", id),
    label: name,
    description: [id, vpcId ?? "EC2-Classic"].join(" · "),
    ...(detail === undefined ? {} : { detail }),
    icon: "server",
    value: { source: { kind: "securityGroup", groupId: id, ...(ownerId ? { ownerId } : {}) }, name },
  };
}
