import { attachGroups, detachGroups } from "../../changes/memberships";
import type { Cache } from "../../core/caches/cache";
import { succeeded } from "../../core/outcome";
import { type GivenMembership, givenMembership } from "../../store/given/membership";
import type { Services } from "../command";
import { confirmedCommand } from "../confirmedCommand";
import { cacheStep } from "../steps/cacheStep";
import { targetStep } from "../steps/targetStep";
import { type MembershipContext, membershipOf, otherGroupStep, ownGroupStep } from "./groupSteps";

const common = {
  given: givenMembership,
  context: (given: GivenMembership, services: Services): MembershipContext => ({ services, given, ...given }),
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
