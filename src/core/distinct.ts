/** The items without repetition: the first of equals stays. */
export function distinctBy<Item>(keyOf: (item: Item) => string, items: readonly Item[]): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (!byKey.has(keyOf(item))) {
      byKey.set(keyOf(item), item);
    }
  }
  return [...byKey.values()];
}
