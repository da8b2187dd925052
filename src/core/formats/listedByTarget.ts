import { type Target, targetKey } from "../target";

/** So many are named in a modal; it has no bar to scroll with. */
const mostNamed = 12;

/** The first of many, a line each below their targets, and how many more there are. */
export function listedByTarget<I extends Target>(
  items: readonly I[],
  name: (item: I) => string,
): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const item of items.slice(0, mostNamed)) {
    const lines = targets.get(targetKey(item)) ?? [`${item.region}, profile ${item.profile}:`];
    targets.set(targetKey(item), [...lines, `• ${name(item)}`]);
  }
  const more = items.length - mostNamed;
  return [...[...targets.values()].flat(), ...(more > 0 ? [`and ${more} more`] : [])];
}
