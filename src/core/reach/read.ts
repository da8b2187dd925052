import { type Finding, unknown } from "./finding";
import { actions, type ListName, type Snapshot } from "./snapshot";

/** An object that was looked for, or why it is not known. */
export type Looked<T> = { readonly found: T } | { readonly unread: Finding };

/**
 * An object that another one names. That it is not in a list proves nothing: it may be another account's. So it
 * is not known, and never passed over.
 */
export function lookUp<T>(
  snapshot: Snapshot,
  list: ListName,
  items: readonly T[] | undefined,
  id: string,
  is: (item: T) => boolean,
  vpcId?: string,
): Looked<T> {
  const found = items?.find(is);
  if (found !== undefined) {
    return { found };
  }
  snapshot.Wanted?.({ list, id, vpcId });
  return { unread: unread(snapshot, list, id) };
}

/** What is said of an object that the way meets and that is not in the snapshot. */
export function unread(snapshot: Snapshot, list: ListName, id: string): Finding {
  const action = actions[list];
  return isRead(snapshot, list)
    ? unknown(id, `${id} is not among what ${action} showed, so what it does is not known.`, {
        code: "UNKNOWN_RESOURCE",
      })
    : unknown(id, `What ${id} does is not known: ${action} was refused, or its answer did not arrive.`, {
        code: "UNKNOWN_RESOURCE",
        action,
      });
}

/** Whether what is not in a list is not there either; for a VPC, or for all of the list. */
export function isRead(snapshot: Snapshot, list: ListName, vpcId?: string): boolean {
  const missing = (snapshot.NotRead ?? []).some(
    (part) => part.list === list && (part.vpcId === undefined || vpcId === undefined || part.vpcId === vpcId),
  );
  return snapshot[list] !== undefined && !missing;
}
