/** Some of the fields of a `T`; a text by its whole, or by a pattern. */
export type Expected<T> = { readonly [K in keyof T]?: T[K] | (T[K] extends string ? RegExp : never) };

/** Whether every field that is expected is as expected. */
export function matches<T extends object>(actual: T, expected: Expected<T>): boolean {
  return Object.entries(expected).every(([key, wanted]) => {
    const value: unknown = actual[key as keyof T];
    return wanted instanceof RegExp ? wanted.test(String(value)) : value === wanted;
  });
}
