import { type Grant, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import type { Target } from "../../core/target";
import type { Step } from "../../ui/wizard";
import type { GroupContext } from "../steps/groupStep";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";

export interface RevokeContext extends GroupContext {
  readonly given: Partial<Target & Ingress>;
  ec2SecurityGroupName?: string;
  ec2SecurityGroupOwnerId?: string;
}

/** Asks which of the group's grants. */
export const grantStep: Step<RevokeContext> = {
  field: "ec2SecurityGroupName",
  isNeeded: ({ given }) =>
    given.ec2SecurityGroupName === undefined || given.ec2SecurityGroupOwnerId === undefined,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const target = targetOf(context);
    const { given, cacheSecurityGroupName = "" } = context;
    await groups.load(target);
    const grants = (groups.find(target, cacheSecurityGroupName)?.grants ?? []).filter(
      (grant) =>
        (given.ec2SecurityGroupName ?? grant.ec2SecurityGroupName) === grant.ec2SecurityGroupName &&
        (given.ec2SecurityGroupOwnerId ?? grant.ec2SecurityGroupOwnerId) === grant.ec2SecurityGroupOwnerId,
    );
    const answer = await ui.pick<Grant>({
      at,
      placeholder: `The EC2 security group that ${cacheSecurityGroupName} is to let in no more`,
      items:
        grants.length === 0
          ? [{ label: `${cacheSecurityGroupName} lets nobody in`, icon: "info", note: true }]
          : grants.map((grant) => ({
              key: grantKey(grant),
              label: grant.ec2SecurityGroupName,
              description: `${grant.ec2SecurityGroupOwnerId} · ${grant.status}`,
              icon: "server",
              value: grant,
            })),
      isActive: (grant) =>
        grantKey(grant) ===
        grantKey({
          ec2SecurityGroupName: context.ec2SecurityGroupName ?? "",
          ec2SecurityGroupOwnerId: context.ec2SecurityGroupOwnerId ?? "",
        }),
    });
    return takeAnswer(answer, (grant) => {
      context.ec2SecurityGroupName = grant.ec2SecurityGroupName;
      context.ec2SecurityGroupOwnerId = grant.ec2SecurityGroupOwnerId;
    });
  },
};

/** The grant, once every step was answered. */
export function revokedGrant(context: RevokeContext): IngressItem {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = context;
  if (
    cacheSecurityGroupName === undefined ||
    ec2SecurityGroupName === undefined ||
    ec2SecurityGroupOwnerId === undefined
  ) {
    throw new Error("The grant is not known yet");
  }
  return { ...targetOf(context), cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
}
