import type { PickEntry, PickItem } from "./ui";

/**
 * The icon that all of a list have, if there is one: it tells none from another. What stays below a list whatever is
 * typed is not of it, and keeps its own.
 */
export function sharedIcon(entries: readonly PickEntry<unknown>[]): string | undefined {
  const [first, ...others] = entries.filter(isListed);
  const isShared = others.length > 0 && others.every(({ icon }) => icon === first?.icon);
  return isShared ? first?.icon : undefined;
}

/** Whether it comes and goes with what is typed. */
export function isListed(entry: PickEntry<unknown>): entry is PickItem<unknown> {
  return "value" in entry && entry.always !== true;
}
