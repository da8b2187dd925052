import { attachGroups, detachGroups } from "../../changes/memberships";
import type { Cache } from "../../core/caches/cache";
import { type Outcome, succeeded } from "../../core/outcome";
import { cacheGiven } from "../../store/given/cacheGiven";
import { readFields } from "../../store/given/fields";
import { vpcFields } from "../../store/given/vpcFields";
import type { Params, Services } from "../command";
import { confirmedCommand } from "../confirmedCommand";
import { cacheStep } from "../steps/cacheStep";
import { targetStep } from "../steps/targetStep";
import { type MembershipContext, membershipOf, otherGroupStep, ownGroupStep } from "./groupSteps";

const common = {
  given: givenMembership,
  context: (given: Given, services: Services): MembershipContext => ({ services, given, ...given }),
  itemOf: (context: MembershipContext) => succeeded(membershipOf(context)),
};

/** Attaches a VPC security group to a cache: often a better way to let one more in than a rule on a shared group. */
export const attachSecurityGroup = confirmedCommand({
  ...common,
  id: "attachSecurityGroup",
  title: "Attach VPC Security Group",
  steps: [
    targetStep,
    cacheStep("The cache that is to get another VPC security group", isInVpc),
    otherGroupStep,
  ],
  change: attachGroups,
});

/** Detaches a VPC security group from a cache. */
export const detachSecurityGroup = confirmedCommand({
  ...common,
  id: "detachSecurityGroup",
  title: "Detach VPC Security Group",
  steps: [targetStep, cacheStep("The cache that is to lose a VPC security group", isInVpc), ownGroupStep],
  change: detachGroups,
});

/** Whether security groups decide about it. Which a cache has may not be known yet. */
function isInVpc({ isPublic, securityGroups }: Cache): boolean {
  return !isPublic && securityGroups?.length !== 0;
}

type Given = MembershipContext["given"] & Pick<MembershipContext, "cache">;

/** What is given; a cache that is named whole has to be there. */
async function givenMembership(params: Params, services: Services): Promise<Outcome<Given>> {
  const given = await vpcFields(params, services);
  const named = await readFields(params, ["cacheKind", "cacheId"], services.state);
  if (!given.ok || !named.ok) {
    return given.ok ? named : given;
  }
  const { profile, region, cache } = given.value;
  if (profile !== undefined && region !== undefined && cache) {
    const found = await cacheGiven(params, services);
    if (!found.ok) {
      return found;
    }
  }
  return succeeded({ ...given.value, ...named.value });
}
