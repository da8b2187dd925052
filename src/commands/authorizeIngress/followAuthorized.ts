import { clockTime } from "../../tree/description";
import type { Services } from "../command";
import { copyAuthorizeAsCli } from "../copyAsCli";
import type { AuthorizePlan } from "./execute";

const copy = "Copy as AWS CLI";

/** Waits for the grant to settle and says how it ended, in one notification. */
export async function followAuthorized(plan: AuthorizePlan, services: Services): Promise<void> {
  const { target, ingress } = plan;
  const since = Date.now();
  const settled = await services.follower.whenSettled(target, ingress);
  const who = `${ingress.ec2SecurityGroupName} of account ${ingress.ec2SecurityGroupOwnerId}`;
  const where = `${ingress.cacheSecurityGroupName} in ${target.region} (${target.profile})`;
  const end = {
    settled: {
      severity: "information",
      text:
        settled.end === "settled" && settled.grant.status !== "authorized"
          ? `${who} now has the status ${settled.grant.status} in ${where}`
          : `${who} is authorized in ${where}`,
    },
    gone: { severity: "warning", text: `${who} was authorized and is gone again from ${where}` },
    timedOut: {
      severity: "warning",
      text: `${who} has been authorizing since ${clockTime(since)} in ${where}; Refresh looks again`,
    },
  } as const;
  const chosen = await services.ui.tell({ ...end[settled.end], actions: [copy] });
  if (chosen === copy) {
    await copyAuthorizeAsCli(target, ingress, services);
  }
}
