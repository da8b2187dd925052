import type { Target } from "../../core/target";
import type { Branch } from "../../store/branch";

/** A part of what is known of targets, as far as a list needs it. */
interface Readable {
  get(target: Target): Branch<unknown>;
  load(target: Target): Promise<void>;
}

/** Entries of what is known of a target; where nothing is yet, those of what is read now take their place. */
export function firstRead<E>(
  store: Readable,
  target: Target,
  entries: () => readonly E[],
): { readonly items: readonly E[]; readonly later?: Promise<readonly E[]> } {
  const isRead = store.get(target).value !== undefined;
  return { items: entries(), ...(isRead ? {} : { later: store.load(target).then(entries) }) };
}
