import { type CacheSecurityGroup, letsInWords } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../../core/failures/failures";
import { joined } from "../../core/joined";
import type { Target } from "../../core/target";
import { failureNote } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickItem, PickQuestion } from "../../ui/ui";
import { firstRead } from "./firstRead";
import { type TargetContext, targetOf } from "./targetStep";

/** A flow about one cache security group that is there. */
export interface GroupContext extends TargetContext {
  readonly given: Partial<Target & { readonly cacheSecurityGroupName: string }>;
  cacheSecurityGroupName?: string;
}

/** Asks for one of the target's cache security groups. */
export const groupStep = pickStep<GroupContext, string>({
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
  question: (context) => ({
    placeholder: "The cache security group",
    ...groupsToPick(context),
    isActive: (name) => name === context.cacheSecurityGroupName,
  }),
  keep: keepIn("cacheSecurityGroupName"),
});

/** The target's cache security groups, by name, and what else is offered below them or where they are refused. */
export function groupsToPick<T = string>(
  context: TargetContext,
  others: (failure: Failure | undefined) => readonly PickItem<T | string>[] = () => [],
): Pick<PickQuestion<T | string>, "items" | "later"> {
  const { groups } = context.services.state;
  const target = targetOf(context);
  return firstRead(groups, target, () => {
    const { value, failure } = groups.get(target);
    return [
      ...(failure && !value ? [failureNote(failure, target)] : []),
      ...(value ?? []).map((group) => groupEntry(group, group.name)),
      ...others(failure),
    ];
  });
}

/** A cache security group in a list to pick from. */
export function groupEntry<T>({ name, description, grants }: CacheSecurityGroup, value: T): PickItem<T> {
  return {
    key: entryKey("group", name),
    label: name,
    description: joined(description, letsInWords({ grants })),
    icon: "shield",
    value,
  };
}
