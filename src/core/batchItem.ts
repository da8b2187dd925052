import type { Ingress } from "./cacheSecurityGroups/ingress";
import type { CommandResult } from "./commandResult";
import type { Failure } from "./failures/failures";
import { type Target, targetKey } from "./target";

/** One of many: a cache security group, in its target. */
export type GroupItem = Target & Pick<Ingress, "cacheSecurityGroupName">;

/** One of many: an ingress, in its target. */
export type IngressItem = Target & Ingress;

/** What became of one of many. */
export type ItemOutcome =
  | { readonly outcome: "done" }
  /** It was so already. */
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "failed"; readonly failure: Failure }
  /** Nothing was sent for it: the run was cancelled, or stopped, before its turn. */
  | { readonly outcome: "notStarted" };

export const notStarted: ItemOutcome = { outcome: "notStarted" };

/** An item and what became of it. */
export interface Ended<I extends GroupItem> {
  readonly item: I;
  readonly end: ItemOutcome;
}

/** The same as one object, as callers get it. */
export type ItemResult<I extends GroupItem = GroupItem> = I & ItemOutcome;

/** A key that is equal for equal items. The API finds cache security groups in lower case, EC2's names exactly. */
export function itemKey(item: GroupItem & Partial<Ingress>): string {
  const { cacheSecurityGroupName, ec2SecurityGroupOwnerId = "", ec2SecurityGroupName = "" } = item;
  return [
    targetKey(item),
    cacheSecurityGroupName.toLowerCase(),
    ec2SecurityGroupOwnerId,
    ec2SecurityGroupName,
  ].join("\n");
}

/** The items without repetition: the first of equals stays. */
export function distinctItems<I extends GroupItem>(items: readonly I[]): readonly I[] {
  return [...new Map([...items].reverse().map((item) => [itemKey(item), item])).values()].reverse();
}

/**
 * The result of a command on many: `done` when each is done or was so already, `unchanged` when all were so
 * already, `cancelled` when the user stopped it, else `failed` with the first failure. The value is what became
 * of each, whatever the outcome.
 */
export function batchResult<I extends GroupItem>(
  ended: readonly Ended<I>[],
  wasCancelled: boolean,
): CommandResult<readonly ItemResult<I>[]> {
  const value = ended.map(({ item, end }) => ({ ...item, ...end }));
  if (wasCancelled && value.some(({ outcome }) => outcome === "notStarted")) {
    return { outcome: "cancelled", value };
  }
  const failure = ended.flatMap(({ end }) => (end.outcome === "failed" ? [end.failure] : []))[0];
  if (failure) {
    return { outcome: "failed", failure, value };
  }
  return { outcome: value.every(({ outcome }) => outcome === "unchanged") ? "unchanged" : "done", value };
}
