import type { Cache } from "./cache";

/** AWS's default for a network interface, which a cache's node is. */
const mostGroups = 5;

export interface MembershipChange {
  readonly add?: string;
  readonly remove?: string;
}

/** The ids of the groups that a cache has, or is about to have. */
export function groupIdsOf({ securityGroups }: Pick<Cache, "securityGroups">): readonly string[] {
  return (securityGroups ?? []).filter(({ status }) => status !== "removing").map(({ id }) => id);
}

/** Why no VPC security group of a cache is known: it has none, or AWS does not tell which. */
export function withoutGroupsWords({ id, status, securityGroups }: Cache): string {
  return securityGroups === undefined
    ? `Which security groups ${id} has is not known: AWS does not tell, and its status is ${status}`
    : `${id} has no VPC security group: it is in no VPC`;
}

/** Why caches give no group to choose: of which it is not known, or that none has one. */
export function noGroupWords(caches: readonly Cache[]): readonly string[] {
  const unknown = caches.filter(({ securityGroups }) => securityGroups === undefined);
  return unknown.length > 0 ? unknown.map(withoutGroupsWords) : ["No cache here has a VPC security group"];
}

/** The list after the change, or one sentence about why there is none. */
export function changedGroups(
  before: readonly string[],
  { add, remove }: MembershipChange,
): readonly string[] | string {
  const after = [...new Set([...before, ...(add === undefined ? [] : [add])])].filter((id) => id !== remove);
  if (after.length === 0) {
    return "A cache keeps at least one security group; attach another one first";
  }
  return after.length > mostGroups && after.length > before.length
    ? `A cache has at most ${mostGroups} security groups, unless AWS has raised it`
    : after;
}

export function sameGroups(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
