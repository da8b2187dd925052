import { type Grant, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { joined } from "../../core/joined";
import { failureNote, note } from "../../ui/entries";
import { takeAnswer } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import type { IngressContext } from "../steps/ingress";
import { targetOf } from "../steps/targetStep";

/** Asks which of the group's grants. */
export const grantStep = (to: "go" | "end"): Step<IngressContext> => ({
  field: "ec2SecurityGroupName",
  isNeeded: ({ given }) =>
    given.ec2SecurityGroupName === undefined || given.ec2SecurityGroupOwnerId === undefined,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const { cacheSecurityGroupName: group = "" } = context;
    await groups.load(targetOf(context));
    const answer = await ui.pick<Grant>({
      at,
      placeholder: `The EC2 security group whose grant in ${group} is to ${to}`,
      items: entries(context),
      isActive: (grant) => grantKey({ ...grant, ...context }) === grantKey(grant),
    });
    return takeAnswer(answer, ({ ec2SecurityGroupName, ec2SecurityGroupOwnerId }) =>
      Object.assign(context, { ec2SecurityGroupName, ec2SecurityGroupOwnerId }),
    );
  },
});

/** Nobody is let in where that was read; where it could not be, nobody knows. */
function entries({ given, services, ...context }: IngressContext): readonly PickEntry<Grant>[] {
  const { cacheSecurityGroupName: group = "" } = context;
  const target = targetOf({ given, services, ...context });
  const { groups } = services.state;
  const { failure } = groups.get(target);
  const all = groups.find(target, group)?.grants;
  const some = (all ?? []).filter((grant) => grantKey({ ...grant, ...given }) === grantKey(grant));
  if (failure || some.length > 0) {
    return [...(failure ? [failureNote(failure, target)] : []), ...some.map(entry)];
  }
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner } = given;
  const named = [name, owner].filter(Boolean).join(" of ");
  return [
    note(
      "info",
      all === undefined
        ? `There is no cache security group ${group} here`
        : all.length === 0
          ? `${group} lets nobody in`
          : `${group} does not let in ${named}`,
    ),
  ];
}

function entry(grant: Grant) {
  return {
    key: grantKey(grant),
    label: grant.ec2SecurityGroupName,
    description: joined(grant.ec2SecurityGroupOwnerId, grant.status),
    icon: "server",
    value: grant,
  };
}
