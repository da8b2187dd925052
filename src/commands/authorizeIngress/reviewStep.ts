import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { firstSentence } from "../../core/failures/failures";
import type { PickEntry, PickNote } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, ingressOf } from "./context";

/** Says in one sentence who will get to reach what, and what was found before sending. */
export const reviewStep: Step<AuthorizeContext> = {
  field: "review",
  isNeeded: () => true,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const target = targetOf(context);
    const entries = (): readonly PickEntry<true>[] => [authorize(context), ...findings(context)];
    const answer = await ui.pick<true>({
      at: { ...at, title: `${at.title.replace(/…$/, "")}: review` },
      placeholder: "Enter authorizes, Escape sends nothing",
      items: entries(),
      ...(groups.get(target).value ? {} : { later: groups.load(target).then(entries) }),
    });
    return takeAnswer(answer, () => undefined);
  },
};

function authorize(context: AuthorizeContext): PickEntry<true> {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = ingressOf(context);
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
  const target = targetOf(context);
  const ingress = ingressOf(context);
  const { value, failure } = context.services.state.groups.get(target);
  const group = value?.find(({ name }) => name === ingress.cacheSecurityGroupName.toLowerCase());
  const grant = group && findGrant(group, ingress);
  const notes: PickNote[] = [
    note(
      "info",
      `The EC2 security group must be in ${target.region} too, like the caches (${target.profile})`,
    ),
  ];
  if (context.newGroup) {
    notes.push(note("add", `${context.newGroup.name.toLowerCase()} will be created first`));
  } else if (value && !group) {
    notes.push(note("warning", `${ingress.cacheSecurityGroupName} is not among the groups read last`));
  }
  if (grant) {
    notes.push(note("info", `Already granted: the status is ${grant.status}`));
  }
  if (failure) {
    notes.push(note("warning", firstSentence(failure.message)));
  }
  return notes;
}

function note(icon: string, label: string): PickNote {
  return { icon, label, note: true };
}
