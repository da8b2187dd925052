import { type GrantName, grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Cache } from "../caches/cache";
import { withoutGroupsWords } from "../caches/membershipChange";
import { overlapWith } from "./overlap";
import { portRanges } from "./ports";
import type { Rule, RuleContent } from "./rule";
import type { VpcSecurityGroup } from "./vpcSecurityGroup";

/** The VPC rule that lets the same machines in to a cache as a grant of the first generation does. */
export interface PlannedRule {
  readonly grant: GrantName;
  readonly cache: Cache;
  /** The cache's group that gets the rule. */
  readonly groupId: string;
  readonly rule: RuleContent;
  /** The group that the grant's name was found to mean. */
  readonly source: VpcSecurityGroup;
  /** Whether that group is in the cache's own VPC. In another one it counts only where the two are peered. */
  readonly sameVpc: boolean;
  /** What makes the rule needless, where something does. */
  readonly there?: "equal" | "broader";
}

export interface ImpossibleRule {
  readonly grant: GrantName;
  readonly cache: Cache;
  readonly reason: string;
}

export interface Migration {
  readonly rules: readonly PlannedRule[];
  readonly impossible: readonly ImpossibleRule[];
}

/** What a plan is made from. */
export interface MigrationFacts {
  /** The groups of an account in the region; `undefined` where they cannot be looked up. */
  readonly groupsOf: (ownerId: string) => readonly VpcSecurityGroup[] | undefined;
  readonly groupOf: (groupId: string) => VpcSecurityGroup | undefined;
  readonly rulesOf: (groupId: string) => readonly Rule[];
  /** How many caches have a group: the rule goes to the group that opens the fewest. */
  readonly sharedBy: (groupId: string) => number;
  readonly description: string;
}

/**
 * Plans VPC rules that are equal to grants, for caches that are to take over. An equal name proves nothing by
 * itself: a group of EC2-Classic and one of a VPC may share it. So each name is looked for in the cache's own VPC.
 */
export function planMigration(
  grants: readonly GrantName[],
  caches: readonly Cache[],
  facts: MigrationFacts,
): Migration {
  const rules: PlannedRule[] = [];
  const impossible: ImpossibleRule[] = [];
  const distinct = new Map(grants.map((grant) => [grantKey(grant), grant]));
  for (const cache of caches) {
    const group = groupForRules(cache, facts);
    for (const grant of distinct.values()) {
      const found = typeof group === "string" ? group : findSource(grant, cache, group, facts);
      if (typeof found === "string" || typeof group === "string") {
        impossible.push({ grant, cache, reason: String(found) });
      } else {
        rules.push(...rulesFor(grant, cache, group, found, facts));
      }
    }
  }
  return { rules, impossible };
}

/** The cache's group that the fewest caches share; a text is why there is none. */
function groupForRules(cache: Cache, { groupOf, sharedBy }: MigrationFacts): VpcSecurityGroup | string {
  if (cache.isPublic) {
    return `${cache.id} is public: no security group decides about it`;
  }
  if (cache.ports === undefined) {
    return `${cache.id} has no port yet: its status is ${cache.status}`;
  }
  const ids = (cache.securityGroups ?? []).filter(({ status }) => status !== "removing").map(({ id }) => id);
  const [first] = [...ids].sort((a, b) => sharedBy(a) - sharedBy(b));
  if (first === undefined) {
    return withoutGroupsWords(cache);
  }
  return groupOf(first) ?? `The VPC of ${cache.id} is not known: its group ${first} could not be read`;
}

/** The group that a grant's name means for a cache; a text is why there is none. */
function findSource(
  { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: ownerId }: GrantName,
  cache: Cache,
  { vpcId, ownerId: own }: VpcSecurityGroup,
  { groupsOf }: MigrationFacts,
): VpcSecurityGroup | string {
  const known = groupsOf(ownerId);
  if (!known) {
    return `No profile here is of account ${ownerId}, so its security groups cannot be looked up`;
  }
  const named = known.filter((group) => group.name === name && group.vpcId !== undefined);
  const near = named.find((group) => group.vpcId === vpcId);
  if (near) {
    return near;
  }
  if (ownerId === own) {
    const elsewhere = named.map((group) => group.vpcId).join(", ");
    return elsewhere === ""
      ? `There is no security group ${name} in ${vpcId}, the VPC of ${cache.id}`
      : `There is no security group ${name} in ${vpcId}, the VPC of ${cache.id}: only in ${elsewhere}`;
  }
  const [only, ...others] = named;
  if (!only) {
    return `Account ${ownerId} has no VPC security group ${name} in this region`;
  }
  return others.length === 0
    ? only
    : `Account ${ownerId} has ${named.length} security groups ${name}, in ${named.map((group) => group.vpcId).join(", ")}`;
}

function rulesFor(
  grant: GrantName,
  cache: Cache,
  group: VpcSecurityGroup,
  source: VpcSecurityGroup,
  { rulesOf, description }: MigrationFacts,
): readonly PlannedRule[] {
  return portRanges(cache.ports ?? []).map((ports) => {
    const rule: RuleContent = {
      source: { kind: "securityGroup", groupId: source.id, ownerId: source.ownerId },
      protocol: "tcp",
      ...ports,
      description,
    };
    const { equal, broader, together } = overlapWith(rulesOf(group.id), rule);
    const there = equal ? "equal" : broader.length + together.length > 0 ? "broader" : undefined;
    return {
      grant,
      cache,
      groupId: group.id,
      rule,
      source,
      sameVpc: source.vpcId === group.vpcId,
      ...(there ? { there } : {}),
    };
  });
}
