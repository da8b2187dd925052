import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { type Migration, planMigration } from "../../core/rules/rulePlan";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { targetOf } from "../steps/targetStep";
import { chosenCaches, grantsOf, type PlanContext } from "./context";

export interface Plan extends Migration {
  /** How many network interfaces each source has: one that nobody has is worth a second look. */
  readonly interfaces: ReadonlyMap<string, number>;
}

/** Reads what the plan is made from, as it is now, and makes it. Changes nothing. */
export async function makePlan(context: PlanContext): Promise<Outcome<Plan>> {
  const { state, aws } = context.services;
  const { caches, groups, vpc, accounts } = state;
  const target = targetOf(context);
  const [group] = await Promise.all([
    groups.look(target, context.cacheSecurityGroupName ?? ""),
    groups.load(target),
    caches.load(target),
    accounts.load(target),
  ]);
  await vpc.load(target);
  const failure = (group.ok ? undefined : group.failure) ?? vpc.get(target).failure;
  if (failure) {
    return failed(failure);
  }
  const grants = grantsOf(context);
  const known = await groupsByOwner(
    context,
    grants.map((grant) => grant.ec2SecurityGroupOwnerId),
  );
  if (!known.ok) {
    return known;
  }
  const all = caches.get(target).value ?? [];
  const plan = planMigration(grants, chosenCaches(context), {
    groupsOf: (ownerId) => known.value.get(ownerId),
    groupOf: (id) => vpc.group(target, id),
    rulesOf: (id) => vpc.rules(target, id) ?? [],
    sharedBy: (id) => cachesOfGroup(all, id).length,
    description: describable(`As cache security group ${context.cacheSecurityGroupName}`),
  });
  const ids = [...new Set(plan.rules.map(({ source }) => source.id))];
  const counted = ids.length === 0 ? undefined : await (await aws()).describeInterfaceCounts(target, ids);
  return succeeded({ ...plan, interfaces: counted?.ok ? counted.value.counts : new Map() });
}

/** The security groups of each owner, read with a profile of that account where there is one. */
async function groupsByOwner(
  context: PlanContext,
  owners: readonly string[],
): Promise<Outcome<ReadonlyMap<string, readonly VpcSecurityGroup[]>>> {
  const { state, aws } = context.services;
  const target = targetOf(context);
  const own = state.accounts.get(target.profile)?.accountId;
  const found = new Map<string, readonly VpcSecurityGroup[]>();
  for (const ownerId of new Set(owners)) {
    const profile = ownerId === own ? target.profile : state.accounts.all().get(ownerId)?.[0];
    if (profile !== undefined) {
      const read = await (await aws()).listVpcGroups({ ...target, profile });
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
