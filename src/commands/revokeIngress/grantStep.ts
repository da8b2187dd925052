import { type Grant, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { joined } from "../../core/joined";
import { note } from "../../ui/entries";
import { takeAnswer } from "../../ui/steps";
import type { Step } from "../../ui/wizard";
import type { IngressContext } from "../steps/ingress";
import { targetOf } from "../steps/targetStep";

/** Asks which of the group's grants. */
export const grantStep: Step<IngressContext> = {
  field: "ec2SecurityGroupName",
  isNeeded: ({ given }) =>
    given.ec2SecurityGroupName === undefined || given.ec2SecurityGroupOwnerId === undefined,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const { given, cacheSecurityGroupName: group = "" } = context;
    await groups.load(targetOf(context));
    const grants = (groups.find(targetOf(context), group)?.grants ?? []).filter(
      (grant) => grantKey({ ...grant, ...given }) === grantKey(grant),
    );
    const answer = await ui.pick<Grant>({
      at,
      placeholder: `The EC2 security group that ${group} is to let in no more`,
      items: grants.length === 0 ? [note("info", `${group} lets nobody in`)] : grants.map(entry),
      isActive: (grant) => grantKey({ ...grant, ...context }) === grantKey(grant),
    });
    return takeAnswer(answer, ({ ec2SecurityGroupName, ec2SecurityGroupOwnerId }) =>
      Object.assign(context, { ec2SecurityGroupName, ec2SecurityGroupOwnerId }),
    );
  },
};

function entry(grant: Grant) {
  return {
    key: grantKey(grant),
    label: grant.ec2SecurityGroupName,
    description: joined(grant.ec2SecurityGroupOwnerId, grant.status),
    icon: "server",
    value: grant,
  };
}
