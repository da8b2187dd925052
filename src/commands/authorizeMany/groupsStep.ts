import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, groupKey } from "../../core/cacheSecurityGroups/items";
import { firstSentence } from "../../core/failures/failures";
import { count } from "../../core/plural";
import type { Target } from "../../core/target";
import type { PickManyEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { type AuthorizeManyContext, targetsOf } from "./context";

/** Asks for the cache security groups, of all the targets in one list. */
export const groupsStep: Step<AuthorizeManyContext> = {
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => !given.groups,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const targets = targetsOf(context);
    const entries = () => targets.flatMap((target) => entriesOf(target, context));
    const unread = targets.filter((target) => !groups.get(target).value);
    const answer = await ui.pickMany<GroupItem>({
      at,
      placeholder: "The cache security groups that are to let somebody in",
      atLeastOne: true,
      items:
        unread.length === 0
          ? entries()
          : Promise.all(unread.map((target) => groups.load(target))).then(entries),
    });
    return takeAnswer(answer, (chosen) => {
      context.groups = chosen;
    });
  },
};

function entriesOf(target: Target, context: AuthorizeManyContext): readonly PickManyEntry<GroupItem>[] {
  const { value, failure } = context.services.state.groups.get(target);
  const chosen = new Set(context.groups?.map(groupKey));
  const where = `${target.profile} · ${target.region}`;
  const note = failure ? firstSentence(failure.message) : value?.length === 0 ? "No groups" : undefined;
  return [
    { separator: where },
    ...(note === undefined ? [] : [noteOf(note, target)]),
    ...(value ?? []).map((group) =>
      entryOf({ ...target, cacheSecurityGroupName: group.name }, group, chosen),
    ),
  ];
}

/** Why a target has nothing to choose: a heading without entries below it would not be shown. */
function noteOf(label: string, target: Target): PickManyEntry<GroupItem> {
  const value = { ...target, cacheSecurityGroupName: "" };
  return { key: groupKey(value), label, icon: "warning", picked: false, fixed: true, value };
}

function entryOf(
  item: GroupItem,
  { name, description, grants }: CacheSecurityGroup,
  chosen: ReadonlySet<string>,
): PickManyEntry<GroupItem> {
  return {
    key: groupKey(item),
    label: name,
    description: `${item.profile} · ${item.region}`,
    detail: [description, grants.length === 0 ? "lets nobody in" : `lets in ${count(grants.length, "group")}`]
      .filter(Boolean)
      .join(" · "),
    icon: "shield",
    picked: chosen.has(groupKey(item)),
    value: item,
  };
}
