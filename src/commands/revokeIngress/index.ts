import { parseAccountId } from "../../core/accountId";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { cancelled } from "../../core/commandResult";
import { failed, type Outcome } from "../../core/outcome";
import type { Target } from "../../core/target";
import { runWizard, type Step } from "../../ui/wizard";
import { ingressFields } from "../authorizeIngress/context";
import type { Command, Params, Services } from "../command";
import { itemsOf } from "../many/items";
import { checkTarget, invalidParameter, textParams } from "../params";
import { groupStep } from "../steps/groupStep";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse } from "../tellFailure";
import { grantStep, type RevokeContext } from "./grantStep";
import { sendRevoke } from "./sendRevoke";
import { revokeSeveral } from "./several";

const steps: readonly Step<RevokeContext>[] = [targetStep(), groupStep(), grantStep];

/** Lets an EC2 security group in no more. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeIngress: Command = {
  id: "revokeIngress",
  changes: true,
  several: "sameKind",
  async run(params, services) {
    const items = itemsOf(params);
    if (!items.ok) {
      return refuse(items.failure, services);
    }
    if (items.value) {
      return revokeSeveral(items.value, params["confirmed"] === true, services);
    }
    const given = await check(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: RevokeContext = { services, given: given.value, ...given.value };
    if ((await runWizard("Revoke Ingress", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const target = targetOf(context);
    const ingress = ingressOf(context);
    const confirmed = params["confirmed"] === true;
    if (!confirmed && !(await services.ui.confirm(question(target, ingress)))) {
      return cancelled;
    }
    const complete = confirmed && ingressFields.every((field) => given.value[field] !== undefined);
    return sendRevoke({ target, ingress, interactive: !complete }, services);
  },
};

/** The fields given, each checked as if it had been entered. */
async function check(params: Params, services: Services): Promise<Outcome<RevokeContext["given"]>> {
  const given = textParams(params, ingressFields);
  if (!given.ok) {
    return given;
  }
  const wrong = (await checkTarget(given.value, services.state)) ?? ownerFailure(given.value);
  return wrong ? failed(wrong) : given;
}

function question({ profile, region }: Target, ingress: Ingress) {
  return {
    message: `Revoke ${ingress.ec2SecurityGroupName} of account ${ingress.ec2SecurityGroupOwnerId} from ${ingress.cacheSecurityGroupName}?`,
    detail: `What runs in that EC2 security group will not reach the caches in ${ingress.cacheSecurityGroupName} (${region}, profile ${profile}) any more.`,
    action: "Revoke",
  };
}

function ownerFailure({ ec2SecurityGroupOwnerId: owner }: Partial<Ingress>) {
  const parsed = owner === undefined ? undefined : parseAccountId(owner);
  return parsed?.ok === false ? invalidParameter("EC2SecurityGroupOwnerId", parsed.message) : undefined;
}

function ingressOf(context: RevokeContext): Ingress {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = context;
  if (
    cacheSecurityGroupName === undefined ||
    ec2SecurityGroupName === undefined ||
    ec2SecurityGroupOwnerId === undefined
  ) {
    throw new Error("The grant is not known yet");
  }
  const parsed = parseAccountId(ec2SecurityGroupOwnerId);
  return {
    cacheSecurityGroupName,
    ec2SecurityGroupName,
    ec2SecurityGroupOwnerId: parsed.ok ? parsed.value : ec2SecurityGroupOwnerId,
  };
}
