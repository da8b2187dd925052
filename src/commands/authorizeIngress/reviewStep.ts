import type { Verdict } from "../../changes/change";
import { type CacheSecurityGroup, findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { firstSentence } from "../../core/failures/failures";
import { note } from "../../ui/entries";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry, PickNote } from "../../ui/ui";
import { wholeNotes } from "../../ui/wholeNotes";
import { reviewFacts } from "../steps/reviewFacts";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, authorizedIngress } from "./context";
import { reviewed } from "./reviewed";
import { reachedThrough, sourceWords } from "./reviewWords";

/** Says who will get to reach what, through what and as whom, and what was found before sending. */
export const reviewStep = pickStep<AuthorizeContext, Verdict<CacheSecurityGroup>>({
  field: "review",
  isNeeded: () => true,
  question: (context, at) => {
    const { state } = context.services;
    const target = targetOf(context);
    const { groups, accounts, caches } = state;
    // That there is nothing to do is said of what is so now.
    const looksAgain = reviewed(context).kind === "alreadySo";
    const reads = [
      ...(looksAgain ? [groups.refresh(target)] : groups.get(target).value ? [] : [groups.load(target)]),
      ...(accounts.get(target.profile) ? [] : [accounts.load(target)]),
      ...(caches.get(target).value ? [] : [caches.load(target)]),
    ];
    return {
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes, Escape sends nothing",
      items: looksAgain ? [note("search", "Looking at what is there already…")] : entries(context),
      ...(looksAgain
        ? { later: Promise.all(reads).then(() => entries(context)) }
        : {
            grow: async (show: (shown: readonly PickEntry<Verdict<CacheSecurityGroup>>[]) => void) => {
              await Promise.all(reads.map((read) => read.then(() => show(entries(context)))));
            },
          }),
    };
  },
  keep: keepIn("reviewed"),
});

function entries(context: AuthorizeContext): readonly PickEntry<Verdict<CacheSecurityGroup>>[] {
  const found = reviewed(context);
  const isSo = found.kind === "alreadySo";
  return [
    {
      key: "authorize",
      label: isSo ? "Nothing to do: already authorized" : "Authorize ingress",
      icon: isSo ? "check" : "pass",
      always: true,
      value: found,
    },
    ...reviewFacts(
      {
        who: sourceWords(context),
        reaches: reachedThrough(context),
        through: throughWords(context),
        target: targetOf(context),
      },
      context.services,
    ),
    ...findings(context),
  ];
}

function throughWords(context: AuthorizeContext): string {
  const { cacheSecurityGroupName: name } = authorizedIngress(context);
  const group = context.services.state.groups.find(targetOf(context), name);
  const about = context.isNewGroup ? "will be created first" : group?.description;
  return `the cache security group ${name}${about ? ` (${about})` : ""}`;
}

function findings(context: AuthorizeContext): readonly PickNote[] {
  const { groups } = context.services.state;
  const ingress = authorizedIngress(context);
  const { profile, region, cacheSecurityGroupName: name } = ingress;
  const { value, failure } = groups.get(ingress);
  const group = groups.find(ingress, name);
  const grant = group && findGrant(group, ingress);
  return [
    ...wholeNotes("info", `The EC2 security group must be in ${region} too, like the caches`),
    ...(!context.isNewGroup && value && !group
      ? wholeNotes("warning", `${name} is not among the groups read last`)
      : []),
    ...(grant ? wholeNotes("info", `Already granted: the status is ${grant.status}`) : []),
    ...(failure ? wholeNotes("warning", firstSentence(failure.message, { profile, region, name })) : []),
  ];
}
