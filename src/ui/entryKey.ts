/** The key of a picker's entry, from its parts, which may hold any character: equal parts, equal keys. */
export function entryKey(kind: string, ...parts: readonly string[]): string {
  return JSON.stringify([kind, ...parts]);
}
