import type { VpcSecurityGroup } from "../rules/vpcSecurityGroup";
import type { CacheSecurityGroup } from "./cacheSecurityGroup";

/** An EC2 security group that could be let in, and why it is offered. */
export interface Source {
  readonly name: string;
  /** The owner, where it is known. */
  readonly ownerId?: string;
  readonly from: "live" | "granted" | "recent";
  /** One line about it: its description, or where it was seen. */
  readonly about: string;
}

/**
 * The EC2 security groups that a cache security group can take. Those of a VPC are left out where there are
 * others: a Classic and a VPC group may share a name, and it is the Classic one that is meant.
 */
export function classicSources(
  groups: readonly Pick<VpcSecurityGroup, "name" | "ownerId" | "description" | "vpcId">[],
): readonly Source[] {
  const classic = groups.filter((group) => group.vpcId === undefined);
  return (classic.length > 0 ? classic : groups).map(({ name, ownerId, description }) => ({
    name,
    ownerId,
    from: "live",
    about: description,
  }));
}

/** The sources without repetition: the first of equals stays. */
export function distinctSources(sources: readonly Source[]): readonly Source[] {
  const seen = new Set<string>();
  return sources.filter(({ name, ownerId }) => {
    const key = `${ownerId ?? ""}/${name}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Those that cache security groups let in already. */
export function grantedSources(groups: readonly CacheSecurityGroup[]): readonly Source[] {
  return groups.flatMap((group) =>
    group.grants.map((grant) => ({
      name: grant.ec2SecurityGroupName,
      ownerId: grant.ec2SecurityGroupOwnerId,
      from: "granted",
      about: `let in by ${group.name}`,
    })),
  );
}

/** Those that were used lately. */
export function recentSources(
  recent: readonly { readonly name: string; readonly ownerId: string }[],
): readonly Source[] {
  return recent.map(({ name, ownerId }) => ({ name, ownerId, from: "recent", about: "used lately" }));
}
