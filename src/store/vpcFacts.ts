import type { InterfaceCounts, SecurityGroupsApi, StaleReference } from "../aws/api/securityGroups";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type KnownPrefixLists, noPrefixLists } from "../core/rules/prefixLists";
import { type Rule, sourceGroupIds } from "../core/rules/rule";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import { type PrefixListsApi, readPrefixLists } from "./readPrefixLists";

export type FactsApi = PrefixListsApi &
  Pick<SecurityGroupsApi, "describeVpcGroups" | "describeStaleReferences" | "describeInterfaceCounts">;

/** What is told besides the rules, each by a permission of its own. What cannot be had is left out. */
export interface VpcFacts {
  /** The account's own groups that rules name as sources, by id. */
  readonly sources: ReadonlyMap<string, VpcSecurityGroup>;
  readonly stale: readonly StaleReference[];
  readonly interfaces: InterfaceCounts;
  readonly prefixLists: KnownPrefixLists;
  /** Why something was left out. */
  readonly failures: readonly Failure[];
}

export const noFacts: VpcFacts = {
  sources: new Map(),
  stale: [],
  interfaces: { counts: new Map(), complete: true },
  prefixLists: noPrefixLists,
  failures: [],
};

/** What the facts are about. */
export interface FactsQuestion {
  readonly target: Target;
  readonly rules: readonly Rule[];
  /** The groups that are known by name, and those that were asked for. */
  readonly groups: ReadonlyMap<string, VpcSecurityGroup>;
  readonly named: ReadonlySet<string>;
  /** The prefix lists whose content is wanted. */
  readonly lists: readonly string[];
}

/** Asks for what explains the rules of groups: names, stale references, who has the sources, what prefix lists hold. */
export async function readVpcFacts(
  aws: FactsApi,
  { target, rules, groups, named, lists }: FactsQuestion,
): Promise<VpcFacts> {
  const ids = sourceGroupIds(rules);
  const unnamed = ids.filter((id) => !named.has(id));
  const failures: Failure[] = [];
  const or = async <T>(answer: Promise<Outcome<T>>, otherwise: T): Promise<T> => {
    const outcome = await answer;
    if (outcome.ok) {
      return outcome.value;
    }
    failures.push(outcome.failure);
    return otherwise;
  };
  // A source that is not known yet may be of the same VPC: then nothing is to be asked about that.
  const namesAndStale = async () => {
    const more = unnamed.length === 0 ? [] : await or(aws.describeVpcGroups(target, unnamed), []);
    const all = new Map([...groups, ...more.map((group) => [group.id, group] as const)]);
    const stale = await Promise.all(
      vpcsWithPeers(all, rules).map((vpcId) => or(aws.describeStaleReferences(target, vpcId), noFacts.stale)),
    );
    return { all, stale };
  };
  const [{ all, stale }, interfaces, prefixLists] = await Promise.all([
    namesAndStale(),
    ids.length === 0 ? noFacts.interfaces : or(aws.describeInterfaceCounts(target, ids), noFacts.interfaces),
    readPrefixLists(aws, target, rules, lists),
  ]);
  const known = [...all.values()].filter(({ id }) => ids.includes(id));
  return {
    sources: new Map(known.map((group) => [group.id, group])),
    stale: stale.flat(),
    interfaces,
    prefixLists: prefixLists.known,
    failures: [...failures, ...prefixLists.failures],
  };
}

/**
 * The VPCs in which a rule names a group that is not of the same VPC. EC2 tells of stale references for one VPC at a
 * time, and within one there are none: a group that another one names cannot be deleted.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
 */
function vpcsWithPeers(
  groups: ReadonlyMap<string, VpcSecurityGroup>,
  rules: readonly Rule[],
): readonly string[] {
  const vpcIds = rules.flatMap(({ source, groupId }) => {
    const vpcId = groups.get(groupId)?.vpcId;
    const isPeer = source.kind === "securityGroup" && groups.get(source.groupId)?.vpcId !== vpcId;
    return vpcId !== undefined && isPeer ? [vpcId] : [];
  });
  return [...new Set(vpcIds)];
}
