import type { SecurityGroupsApi } from "../aws/api/securityGroups";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import type { VpcEntry } from "./vpcEntry";

/**
 * The groups of other accounts that rules name, asked for with a profile of each that the tree has opened. Those that
 * were asked for already are left out.
 */
export async function foreignGroups(
  aws: Pick<SecurityGroupsApi, "describeVpcGroups">,
  target: Target,
  entry: VpcEntry,
  profilesOf: (accountId: string) => readonly string[],
): Promise<ReadonlyMap<string, VpcSecurityGroup>> {
  const own = new Set([...entry.groups.values()].map(({ ownerId }) => ownerId));
  const byProfile = new Map<string, string[]>();
  for (const { source } of entry.rules.all()) {
    const owner = source.kind === "securityGroup" ? source.ownerId : undefined;
    const [profile] = owner === undefined || own.has(owner) ? [] : profilesOf(owner);
    if (source.kind === "securityGroup" && profile !== undefined && !entry.foreignAsked.has(source.groupId)) {
      entry.foreignAsked.add(source.groupId);
      byProfile.set(profile, [...(byProfile.get(profile) ?? []), source.groupId]);
    }
  }
  const answers = await Promise.all(
    [...byProfile].map(([profile, ids]) => aws.describeVpcGroups({ ...target, profile }, ids)),
  );
  const groups = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  return new Map(groups.map((group) => [group.id, group]));
}
