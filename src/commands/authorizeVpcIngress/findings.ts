import type { Cache } from "../../core/caches/cache";
import { briefFacts } from "../../core/caches/cacheFacts";
import { firstSentence } from "../../core/failures/failures";
import { joined } from "../../core/joined";
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
import { failureNote, note } from "../../ui/entries";
import type { PickNote } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import { groupIdOf, groupName, knownGroup } from "../vpc/groupContext";
import { type AuthorizeVpcContext, rulesOf } from "./context";

/** What was found before sending: what the rule opens, what is there already, what is missing. */
export interface Findings {
  readonly opens: readonly string[];
  /** Whether every cache was looked at. */
  readonly opensIsKnown: boolean;
  readonly notes: readonly PickNote[];
  /** The tags that may be set; absent where the rule may not be made, or could not be asked about. */
  readonly tags?: Readonly<Record<string, string>>;
}

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
  return {
    opens: opened.map(({ id }) => id),
    opensIsKnown: unread.length === 0 && isOpenedKnown(all, groupId),
    notes: [
      ...unread.map(({ message }) =>
        note("warning", `Which caches have the group is not all known. ${firstSentence(message, about)}`),
      ),
      ...(there.ok
        ? thereNotes(context, existingRules(rules, there.value, lists.known))
        : [
            note(
              "warning",
              `What is there already is not known. ${firstSentence(there.failure.message, about)}`,
            ),
          ]),
      ...widthWarnings(rules, around).map((words) => note("warning", words)),
      ...lists.failures.map((failure) => failureNote(failure, about)),
      ...withoutEffect(rules, around).map((words) => note("info", words)),
      ...groupNotes(context, opened),
      permit.ok
        ? note("pass", "A dry run says that the permission is there, and no more")
        : failureNote(permit.failure, about),
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
    ...equal.map((rule) => note("info", `There already: ${words(rule)}`)),
    ...broader.map((rule) => note("info", `A broader rule is there already: ${words(rule)}`)),
    ...(together.length > 0
      ? [note("info", `Let in already, by rules together: ${together.map(words).join("; ")}`)]
      : []),
    ...notKnown.map((rule) => note("info", `Not known whether it is let in already, by ${words(rule)}`)),
  ];
}

function groupNotes(context: AuthorizeVpcContext, opened: readonly Cache[]): readonly PickNote[] {
  const group = knownGroup(context);
  const maker = group && managedBy(group);
  return [
    ...(opened.length > 1
      ? [
          note("warning", `${groupName(context)} is shared: the rule opens ${opened.length} caches`),
          ...opened.map((cache) => note("database", `Opens ${cache.id}`, joined(...briefFacts(cache)))),
        ]
      : []),
    ...(maker === undefined
      ? []
      : [note("warning", `${groupName(context)} is made by ${maker}: it may undo a change by hand`)]),
  ];
}
