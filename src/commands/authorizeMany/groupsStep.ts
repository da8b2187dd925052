import { type CacheSecurityGroup, letsInWords } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, groupKey } from "../../core/cacheSecurityGroups/items";
import { firstSentence } from "../../core/failures/failures";
import { joined } from "../../core/joined";
import type { Target } from "../../core/target";
import { keepIn, pickManyStep } from "../../ui/steps";
import type { PickManyEntry } from "../../ui/ui";
import { groupEntry } from "../steps/groupStep";
import { type AuthorizeManyContext, targetsOf } from "./context";

/** Asks for the cache security groups, of all the targets in one list. */
export const groupsStep = pickManyStep<AuthorizeManyContext, GroupItem>({
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => !given.groups,
  question: (context) => {
    const { groups } = context.services.state;
    const targets = targetsOf(context);
    const entries = () => targets.flatMap((target) => entriesOf(target, context));
    const unread = targets.filter((target) => !groups.get(target).value);
    return {
      placeholder: "The cache security groups that are to let somebody in",
      atLeastOne: true,
      items:
        unread.length === 0
          ? entries()
          : Promise.all(unread.map((target) => groups.load(target))).then(entries),
    };
  },
  keep: keepIn("groups"),
});

function entriesOf(target: Target, context: AuthorizeManyContext): readonly PickManyEntry<GroupItem>[] {
  const { value, failure } = context.services.state.groups.get(target);
  const chosen = new Set(context.groups?.map(groupKey));
  // Why a target has nothing to choose: a heading without entries below it would not be shown.
  const why = failure
    ? firstSentence(failure.message, target)
    : value?.length === 0
      ? "No groups"
      : undefined;
  const nothing = { ...target, cacheSecurityGroupName: "" };
  return [
    { separator: joined(target.profile, target.region) },
    ...(why === undefined
      ? []
      : [
          {
            key: groupKey(nothing),
            label: why,
            icon: "warning",
            picked: false,
            fixed: true,
            value: nothing,
          },
        ]),
    ...(value ?? []).map((group) => {
      const item = { ...target, cacheSecurityGroupName: group.name };
      return { ...entryOf(item, group), picked: chosen.has(groupKey(item)) };
    }),
  ];
}

function entryOf(item: GroupItem, group: CacheSecurityGroup) {
  return {
    ...groupEntry(group, item),
    key: groupKey(item),
    description: joined(item.profile, item.region),
    detail: joined(group.description, letsInWords(group)),
  };
}
