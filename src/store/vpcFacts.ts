import type { InterfaceCounts, SecurityGroupsApi, StaleReference } from "../aws/api/securityGroups";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type KnownPrefixLists, noPrefixLists } from "../core/rules/prefixLists";
import type { Rule } from "../core/rules/rule";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import { type PrefixListsApi, readPrefixLists } from "./readPrefixLists";

export type FactsApi = PrefixListsApi &
  Pick<SecurityGroupsApi, "describeVpcGroups" | "describeStaleReferences" | "describeInterfaceCounts">;

/** What is told besides the rules, each by a permission of its own. What cannot be had is left out. */
export interface VpcFacts {
  /** The account's own groups that rules name as sources. */
  readonly sources: readonly VpcSecurityGroup[];
  /** The same by id, with those of other accounts, as far as a profile of theirs can tell of them. */
  readonly byId: ReadonlyMap<string, VpcSecurityGroup>;
  readonly stale: readonly StaleReference[];
  readonly interfaces: InterfaceCounts;
  readonly prefixLists: KnownPrefixLists;
  /** Why something was left out. */
  readonly failures: readonly Failure[];
}

export const noFacts: VpcFacts = {
  sources: [],
  byId: new Map(),
  stale: [],
  interfaces: { counts: new Map(), complete: true },
  prefixLists: noPrefixLists,
  failures: [],
};

/** Asks for what explains the rules of groups: names, stale references, who has the sources. */
export async function readVpcFacts(
  aws: FactsApi,
  target: Target,
  groups: readonly VpcSecurityGroup[],
  rules: readonly Rule[],
  profilesOf: (accountId: string) => readonly string[],
): Promise<VpcFacts> {
  const named = new Set(
    rules.flatMap(({ source }) => (source.kind === "securityGroup" ? [source.groupId] : [])),
  );
  if (rules.length === 0) {
    return noFacts;
  }
  const ids = [...named];
  const vpcIds = new Set(groups.flatMap(({ vpcId }) => vpcId ?? []));
  const failures: Failure[] = [];
  const or = async <T>(answer: Promise<Outcome<T>>, otherwise: T): Promise<T> => {
    const outcome = await answer;
    if (outcome.ok) {
      return outcome.value;
    }
    failures.push(outcome.failure);
    return otherwise;
  };
  const [foreign, sources, stale, interfaces, prefixLists] = await Promise.all([
    foreignGroups(aws, target, groups, rules, profilesOf),
    ids.length === 0 ? noFacts.sources : or(aws.describeVpcGroups(target, ids), noFacts.sources),
    Promise.all([...vpcIds].map((vpcId) => or(aws.describeStaleReferences(target, vpcId), noFacts.stale))),
    ids.length === 0 ? noFacts.interfaces : or(aws.describeInterfaceCounts(target, ids), noFacts.interfaces),
    readPrefixLists(aws, target, rules),
  ]);
  const byId = new Map([...sources, ...foreign].map((group) => [group.id, group]));
  return {
    sources,
    byId,
    stale: stale.flat(),
    interfaces,
    prefixLists: prefixLists.known,
    failures: [...failures, ...prefixLists.failures],
  };
}

/** The groups of other accounts, asked for with a profile of each that the tree has opened. */
async function foreignGroups(
  aws: FactsApi,
  target: Target,
  groups: readonly VpcSecurityGroup[],
  rules: readonly Rule[],
  profilesOf: (accountId: string) => readonly string[],
): Promise<readonly VpcSecurityGroup[]> {
  const own = new Set(groups.map(({ ownerId }) => ownerId));
  const byProfile = new Map<string, string[]>();
  for (const { source } of rules) {
    const owner = source.kind === "securityGroup" ? source.ownerId : undefined;
    const [profile] = owner === undefined || own.has(owner) ? [] : profilesOf(owner);
    if (source.kind === "securityGroup" && profile !== undefined) {
      byProfile.set(profile, [...(byProfile.get(profile) ?? []), source.groupId]);
    }
  }
  const answers = await Promise.all(
    [...byProfile].map(([profile, ids]) => aws.describeVpcGroups({ ...target, profile }, ids)),
  );
  return answers.flatMap((answer) => (answer.ok ? answer.value : []));
}
