import { findGrant, isChanging } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Settled } from "../../store/follower";
import { clockTime } from "../../tree/description";
import type { Message } from "../../ui/ui";
import type { Services } from "../command";
import { copyAsCli } from "../copyAsCli";
import { tellEnd } from "../endOfChange";
import { sendRevoke } from "../revokeIngress/sendRevoke";
import { goneInstead, type Undo } from "../undo";
import type { AuthorizePlan } from "./execute";

type Followed = Pick<AuthorizePlan, "target" | "ingress">;

/** Waits for the grant to settle and says how it ended, in one notification. */
export async function followAuthorized(plan: Followed, services: Services): Promise<void> {
  const since = Date.now();
  const settled = await services.follower.whenSettled(plan.target, plan.ingress);
  if (settled.end === "stopped") {
    return;
  }
  await tellEnd(
    message(settled, plan, since),
    {
      copyAsCli: () => copyAsCli.run({ ...plan.target, ...plan.ingress }, services),
      ...(settled.end === "gone" ? {} : { undo: undoAuthorize(plan, services) }),
    },
    services,
  );
}

function message(settled: Settled, { target, ingress }: Followed, since: number): Omit<Message, "actions"> {
  const who = `${ingress.ec2SecurityGroupName} of account ${ingress.ec2SecurityGroupOwnerId}`;
  const where = `${ingress.cacheSecurityGroupName} in ${target.region} (${target.profile})`;
  if (settled.end === "settled") {
    return settled.grant.status === "authorized"
      ? { severity: "information", text: `${who} is authorized in ${where}` }
      : { severity: "warning", text: `${who} now has the status ${settled.grant.status} in ${where}` };
  }
  return settled.end === "gone"
    ? { severity: "warning", text: `${who} was authorized and is gone again from ${where}` }
    : {
        severity: "warning",
        text: `${who} has been authorizing since ${clockTime(since)} in ${where}; Refresh looks again`,
      };
}

/** Revokes again what was authorized, as long as it is still there. */
export function undoAuthorize({ target, ingress }: Followed, services: Services): Undo {
  const gone = `${ingress.ec2SecurityGroupName} of account ${ingress.ec2SecurityGroupOwnerId} is not let in by ${ingress.cacheSecurityGroupName} any more`;
  return {
    obstacle: async () => {
      const aws = await services.aws();
      const read = await aws.describeCacheSecurityGroup(target, ingress.cacheSecurityGroupName);
      if (!read.ok) {
        return goneInstead(read.failure, gone);
      }
      const grant = findGrant(read.value, ingress);
      if (!grant) {
        return { ok: true, value: gone };
      }
      return { ok: true, value: isChanging(grant) ? `its status is ${grant.status} now` : undefined };
    },
    run: () => sendRevoke({ target, ingress, interactive: true }, services),
  };
}
