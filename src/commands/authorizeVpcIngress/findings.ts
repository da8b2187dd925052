import { firstSentence } from "../../core/failures/failures";
import { cachesOpenedBy, isOpenedKnown } from "../../core/reach/openedCaches";
import { type Around, widthWarnings, withoutEffect } from "../../core/reach/ruleDangers";
import { type ExistingRules, existingRules } from "../../core/rules/existingRules";
import type { Rule } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { managedBy } from "../../core/rules/vpcSecurityGroup";
import { knownPrefixLists } from "../../store/knownPrefixLists";
import { permitted } from "../../store/ruleDryRun";
import { sourceNames } from "../../store/ruleNames";
import { ruleTags } from "../../store/ruleTags";
import { note } from "../../ui/entries";
import type { PickNote } from "../../ui/ui";
import { wholeNotes } from "../../ui/wholeNotes";
import { targetOf } from "../steps/targetStep";
import { groupIdOf, groupName, knownGroup } from "../vpc/groupContext";
import { openingOf } from "./askEverybody";
import { type AuthorizeVpcContext, type Findings, rulesOf } from "./context";

/** Looks at everything that the review says, side by side. */
export async function findings(context: AuthorizeVpcContext): Promise<Findings> {
  const { services } = context;
  const { caches, vpc } = services.state;
  const target = targetOf(context);
  const groupId = groupIdOf(context);
  const rules = rulesOf(context);
  const ingress = { groupId, rules, tags: ruleTags(target, context.given.tags, true, services) };
  const aws = await services.aws();
  const [there, permit, lists] = await Promise.all([
    vpc.look(target, [groupId]),
    permitted(target, ingress, context.given.tags !== undefined, services.aws),
    vpc.load(target).then(() => knownPrefixLists(target, rules, services.state, aws)),
    services.state.accounts.load(target),
  ]);
  const { value: all = [], failures: unread } = caches.get(target);
  const around: Around = {
    groupId,
    rulesOf: (id) => vpc.rules(target, id),
    caches: all,
    there: there.ok ? there.value : undefined,
    known: lists.known,
  };
  const about = { ...target, name: vpc.group(target, groupId)?.name };
  const opened = cachesOpenedBy(all, groupId, rules, context.cache, lists.known);
  const existing = there.ok ? existingRules(rules, there.value, lists.known) : undefined;
  const isSo = existing?.missing.length === 0;
  return {
    ...(existing && isSo ? { alreadySo: existing.equal } : {}),
    opening: isSo ? undefined : openingOf(target, groupName(context), rules, around),
    opens: opened.map(({ id }) => id),
    opensIsKnown: unread.length === 0 && isOpenedKnown(all, groupId),
    notes: [
      ...unread.flatMap(({ message }) =>
        wholeNotes(
          "warning",
          `Which caches have the group is not all known. ${firstSentence(message, about)}`,
        ),
      ),
      ...(there.ok
        ? thereNotes(context, existingRules(rules, there.value, lists.known))
        : wholeNotes(
            "warning",
            `What is there already is not known. ${firstSentence(there.failure.message, about)}`,
          )),
      ...widthWarnings(rules, around).flatMap((words) => wholeNotes("warning", words)),
      ...lists.failures.flatMap(({ message }) => wholeNotes("warning", firstSentence(message, about))),
      ...withoutEffect(rules, around).flatMap((words) => wholeNotes("info", words)),
      ...groupNotes(context, opened.length),
      ...(permit.ok
        ? wholeNotes("pass", "AWS would accept this from you (dry run)")
        : wholeNotes("warning", firstSentence(permit.failure.message, about))),
      ...(permit.ok && permit.value.withoutTags
        ? [note("info", "Without tags, for want of ec2:CreateTags")]
        : []),
    ],
    ...(permit.ok ? { tags: permit.value.tags } : {}),
  };
}

function thereNotes(
  context: AuthorizeVpcContext,
  { equal, broader, together, notKnown }: ExistingRules,
): readonly PickNote[] {
  const words = (rule: Rule) =>
    ruleText(rule, sourceNames(context.services.state.vpc, targetOf(context), rule));
  return [
    ...equal.map((rule) => `There already: ${words(rule)}`),
    ...broader.map((rule) => `A broader rule is there already: ${words(rule)}`),
    ...(together.length > 0 ? [`Let in already, by rules together: ${together.map(words).join("; ")}`] : []),
    ...notKnown.map((rule) => `Not known whether it is let in already, by ${words(rule)}`),
  ].flatMap((text) => wholeNotes("info", text));
}

function groupNotes(context: AuthorizeVpcContext, opened: number): readonly PickNote[] {
  const group = knownGroup(context);
  const maker = group && managedBy(group);
  return [
    ...(opened > 1
      ? wholeNotes("warning", `${groupName(context)} is shared: the rule opens ${opened} caches`)
      : []),
    ...(maker === undefined
      ? []
      : wholeNotes("warning", `${groupName(context)} is made by ${maker}: it may undo a change by hand`)),
  ];
}
