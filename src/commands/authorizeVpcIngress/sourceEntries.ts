import { joined } from "../../core/joined";
import type { RuleSource } from "../../core/rules/rule";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { section } from "../../ui/entries";
import type { PickEntry, PickItem } from "../../ui/ui";
import { groupEntry } from "../vpc/liveGroups";

/** A source, and what to call it where it was picked by its name. */
export interface NamedSource {
  readonly source: RuleSource;
  readonly name?: string;
}

/**
 * The live list: the groups of the same VPC first, since a rule reaches others through a peering only.
 * `groups` are in the order of their names.
 */
export function sourceEntries(
  groups: readonly VpcSecurityGroup[],
  vpcId: string | undefined,
): readonly PickEntry<NamedSource>[] {
  const near = groups.filter((group) => vpcId === undefined || group.vpcId === vpcId);
  const far = groups.filter((group) => vpcId !== undefined && group.vpcId !== vpcId);
  return [
    ...section(vpcId === undefined ? "security groups" : `in the same VPC, ${vpcId}`, near.map(entryOf)),
    ...section("in other VPCs: only a peering or a transit gateway makes them count", far.map(entryOf)),
  ];
}

/** Everything that can be searched for is in the texts: name, id, VPC, tags. */
function entryOf(group: VpcSecurityGroup): PickItem<NamedSource> {
  const { id, name, vpcId = "EC2-Classic", ownerId } = group;
  const source = { kind: "securityGroup", groupId: id, ...(ownerId ? { ownerId } : {}) } as const;
  return {
    ...groupEntry(group, { source, name }),
    description: joined(id, vpcId),
    icon: "server",
  };
}
