import type { AwsApi } from "../aws/api";
import { type CacheName, isSameCache } from "../core/caches/cache";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { cachesOfGroup } from "../core/reach/openedCaches";
import { type Migration, planMigration } from "../core/rules/rulePlan";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import type { State } from "./state";

/** Rules in the place of grants, as planned. */
export interface RulePlan extends Migration {
  /** How many network interfaces each source has: one that nobody has is worth a second look. */
  readonly interfaces: ReadonlyMap<string, number>;
}

/** Reads what the plan is made from, as it is now, and makes it. Changes nothing. */
export async function readRulePlan(
  target: Target,
  cacheSecurityGroupName: string,
  chosen: readonly CacheName[],
  state: State,
  aws: AwsApi,
): Promise<Outcome<RulePlan>> {
  const { caches, groups, vpc, accounts } = state;
  const [group] = await Promise.all([
    groups.look(target, cacheSecurityGroupName),
    groups.load(target),
    caches.load(target),
    accounts.load(target),
  ]);
  await vpc.load(target);
  const failure = (group.ok ? undefined : group.failure) ?? vpc.get(target).failure;
  if (failure) {
    return failed(failure);
  }
  // Those that are being revoked are not carried over.
  const grants = (groups.find(target, cacheSecurityGroupName)?.grants ?? []).filter(
    ({ status }) => status !== "revoking",
  );
  const owners = grants.map((grant) => grant.ec2SecurityGroupOwnerId);
  const known = await groupsByOwner(target, owners, state, aws);
  if (!known.ok) {
    return known;
  }
  const all = caches.get(target).value ?? [];
  const wanted = all.filter((cache) => chosen.some((name) => isSameCache(name, cache)));
  const plan = planMigration(grants, wanted, {
    groupsOf: (ownerId) => known.value.get(ownerId),
    groupOf: (id) => vpc.group(target, id),
    rulesOf: (id) => vpc.rules(target, id) ?? [],
    sharedBy: (id) => cachesOfGroup(all, id).length,
    description: describable(`As cache security group ${cacheSecurityGroupName}`),
  });
  const ids = [...new Set(plan.rules.map(({ source }) => source.id))];
  const counted = ids.length === 0 ? undefined : await aws.describeInterfaceCounts(target, ids);
  return succeeded({ ...plan, interfaces: counted?.ok ? counted.value.counts : new Map() });
}

/** The security groups of each owner, read with a profile of that account where there is one. */
async function groupsByOwner(
  target: Target,
  owners: readonly string[],
  state: State,
  aws: AwsApi,
): Promise<Outcome<ReadonlyMap<string, readonly VpcSecurityGroup[]>>> {
  const own = state.accounts.get(target.profile)?.accountId;
  const found = new Map<string, readonly VpcSecurityGroup[]>();
  for (const ownerId of new Set(owners)) {
    const profile = ownerId === own ? target.profile : state.accounts.all().get(ownerId)?.[0];
    if (profile !== undefined) {
      const read = await aws.listVpcGroups({ ...target, profile });
      if (read.ok) {
        found.set(ownerId, read.value);
      } else if (ownerId === own) {
        return failed(read.failure);
      }
    }
  }
  return succeeded(found);
}

/** Within the characters that a rule's description may have. */
function describable(text: string): string {
  return text.replace(/[^A-Za-z0-9. _\-:/()#,@[\]+=&;{}!$*]/g, "-").slice(0, 255);
}
