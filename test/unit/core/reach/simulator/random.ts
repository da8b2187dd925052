/** Chance that can be had again: the same seed gives the same network. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** True in so many of a hundred cases. */
  percent(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Each of them in so many of a hundred cases, but one at least. */
  some<T>(items: readonly T[], percent: number): readonly T[];
  shuffled<T>(items: readonly T[]): readonly T[];
}

/** Mulberry32: 32 bits of state, which is plenty for a test. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) {
      throw new Error("There is nothing to pick from");
    }
    return item;
  };
  return {
    below,
    percent: (percent) => next() * 100 < percent,
    pick,
    some: (items, percent) => {
      const chosen = items.filter(() => next() * 100 < percent);
      return chosen.length > 0 ? chosen : [pick(items)];
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
