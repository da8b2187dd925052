import { toApiShape } from "../../core/cacheSecurityGroups/apiShape";
import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { type CommandResult, done, failedResult } from "../../core/commandResult";
import type { Target } from "../../core/target";
import type { Services } from "../command";
import { tellEnd } from "../endOfChange";
import { guardFailure } from "../guards";
import { refuse, tellFailure } from "../tellFailure";
import { undoRevoke } from "./undoRevoke";

export interface RevokePlan {
  readonly target: Target;
  readonly ingress: Ingress;
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
}

/** Sends RevokeCacheSecurityGroupIngress, shows the answer, and follows the grant until it is gone. */
export async function sendRevoke(plan: RevokePlan, services: Services): Promise<CommandResult> {
  const { target, ingress } = plan;
  const { groups } = services.state;
  const guard = await guardFailure(target.profile, plan.interactive, services);
  if (guard) {
    return refuse(guard, services);
  }
  const aws = await services.aws();
  const asked = groups.moment();
  const answer = await aws.revokeIngress(target, ingress);
  if (!answer.ok) {
    if (answer.failure.kind === "notFound" && groups.get(target).value) {
      await groups.refresh(target);
    }
    tellFailure(answer.failure, services, () => sendRevoke(plan, services));
    return failedResult(answer.failure);
  }
  const { group } = answer.value;
  groups.applyChange(target, group, { asked, grant: ingress });
  void tellWhenGone(plan, findGrant(group, ingress) !== undefined, services);
  return done(toApiShape(group));
}

async function tellWhenGone(
  { target, ingress }: RevokePlan,
  follow: boolean,
  services: Services,
): Promise<void> {
  const settled = follow ? await services.follower.whenSettled(target, ingress) : ({ end: "gone" } as const);
  const who = `${ingress.ec2SecurityGroupName} of account ${ingress.ec2SecurityGroupOwnerId}`;
  const where = `${ingress.cacheSecurityGroupName} in ${target.region} (${target.profile})`;
  switch (settled.end) {
    case "gone":
      return tellEnd(
        { severity: "information", text: `${who} is revoked from ${where}` },
        { undo: undoRevoke(target, ingress, services) },
        services,
      );
    case "settled":
      return tellEnd(
        { severity: "warning", text: `${who} has the status ${settled.grant.status} again in ${where}` },
        {},
        services,
      );
    case "timedOut":
      return tellEnd(
        { severity: "warning", text: `${who} is still being revoked from ${where}; Refresh looks again` },
        {},
        services,
      );
    case "stopped":
      return;
  }
}
