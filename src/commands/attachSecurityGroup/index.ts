import { attachGroups, detachGroups } from "../../changes/memberships";
import { runChange } from "../../changes/run";
import type { Cache } from "../../core/caches/cache";
import { type CommandResult, cancelled } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { readFields } from "../fields";
import { isConfirmed, withRead } from "../heads";
import { cacheStep } from "../steps/cacheStep";
import { targetStep } from "../steps/targetStep";
import { cacheGiven } from "../vpc/cacheGiven";
import { vpcFields } from "../vpc/fields";
import { type MembershipContext, membershipOf, otherGroupStep, ownGroupStep } from "./groupSteps";

/** Attaches a VPC security group to a cache: often a better way to let one more in than a rule on a shared group. */
export const attachSecurityGroup: Command = {
  id: "attachSecurityGroup",
  changes: true,
  run: (params, services) =>
    changeMembership(
      params,
      services,
      "Attach VPC Security Group",
      [
        targetStep(),
        cacheStep("The cache that is to get another VPC security group", isInVpc),
        otherGroupStep,
      ],
      attachGroups,
    ),
};

/** Detaches a VPC security group from a cache. */
export const detachSecurityGroup: Command = {
  id: "detachSecurityGroup",
  changes: true,
  run: (params, services) =>
    changeMembership(
      params,
      services,
      "Detach VPC Security Group",
      [targetStep(), cacheStep("The cache that is to lose a VPC security group", isInVpc), ownGroupStep],
      detachGroups,
    ),
};

/** Whether security groups decide about it. Which a cache has may not be known yet. */
function isInVpc({ isPublic, securityGroups }: Cache): boolean {
  return !isPublic && securityGroups?.length !== 0;
}

function changeMembership(
  params: Params,
  services: Services,
  title: string,
  steps: readonly Step<MembershipContext>[],
  changeOf: typeof attachGroups,
): Promise<CommandResult> {
  return withRead(givenMembership(params, services), async (given) => {
    const context: MembershipContext = { services, given, ...given };
    if ((await runWizard(title, steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const confirmed = isConfirmed(params);
    const isAsked = steps.some((step) => step.isNeeded(context));
    const how = { interactive: !confirmed || isAsked, confirmed };
    return runChange(changeOf(services), [membershipOf(context)], how, services);
  });
}

/** What is given; a cache that is named whole has to be there. */
async function givenMembership(
  params: Params,
  services: Services,
): Promise<Outcome<MembershipContext["given"] & Pick<MembershipContext, "cache">>> {
  const given = await vpcFields(params, services);
  const named = await readFields(params, ["cacheKind", "cacheId"], services.state);
  if (!given.ok || !named.ok) {
    return given.ok ? named : given;
  }
  const { profile, region, cache } = given.value;
  if (profile !== undefined && region !== undefined && cache) {
    const found = await cacheGiven(params, services);
    if (!found.ok) {
      return failed(found.failure);
    }
  }
  return succeeded({ ...given.value, ...named.value });
}
