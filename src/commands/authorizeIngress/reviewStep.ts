import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { failureNote, note } from "../../ui/entries";
import { pickStep } from "../../ui/steps";
import type { PickEntry, PickNote } from "../../ui/ui";
import { firstRead } from "../steps/firstRead";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, authorizedIngress } from "./context";

/** Says in one sentence who will get to reach what, and what was found before sending. */
export const reviewStep = pickStep<AuthorizeContext, true>({
  field: "review",
  isNeeded: () => true,
  question: (context, at) => ({
    at: { ...at, title: `${at.title.replace(/…$/, "")}: review` },
    placeholder: "Enter authorizes, Escape sends nothing",
    ...firstRead(context.services.state.groups, targetOf(context), () => [
      authorize(context),
      ...findings(context),
    ]),
  }),
  keep: () => undefined,
});

function authorize(context: AuthorizeContext): PickEntry<true> {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } =
    authorizedIngress(context);
  return {
    key: "authorize",
    label: "Authorize ingress",
    detail: `Lets ${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId} reach the caches in ${cacheSecurityGroupName}`,
    icon: "pass",
    always: true,
    value: true,
  };
}

function findings(context: AuthorizeContext): readonly PickNote[] {
  const { groups } = context.services.state;
  const ingress = authorizedIngress(context);
  const { profile, region, cacheSecurityGroupName: name } = ingress;
  const { value, failure } = groups.get(ingress);
  const group = groups.find(ingress, name);
  const grant = group && findGrant(group, ingress);
  return [
    note("info", `The EC2 security group must be in ${region} too, like the caches (${profile})`),
    ...(context.isNewGroup ? [note("add", `${name} will be created first`)] : []),
    ...(!context.isNewGroup && value && !group
      ? [note("warning", `${name} is not among the groups read last`)]
      : []),
    ...(grant ? [note("info", `Already granted: the status is ${grant.status}`)] : []),
    ...(failure ? [failureNote(failure, { profile, region, name })] : []),
  ];
}
