import type { Cidr } from "./cidr";

/** Addresses of one family from the first to the last, both included. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** Addresses of one family: ranges in ascending order, none touching the next. */
export type AddressSet = readonly AddressRange[];

export function rangeOf({ family, first, prefix }: Cidr): AddressRange {
  return { first, last: first + (1n << BigInt((family === 4 ? 32 : 128) - prefix)) - 1n };
}

/** All addresses of a family that are in one of the blocks or another. Blocks of the other family are passed over. */
export function unionOf(blocks: readonly Cidr[], family: 4 | 6): AddressSet {
  const ranges = blocks.filter((block) => block.family === family).map(rangeOf);
  const union: { first: bigint; last: bigint }[] = [];
  for (const range of ranges.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = union.at(-1);
    if (before && range.first <= before.last + 1n) {
      before.last = range.last > before.last ? range.last : before.last;
    } else {
      union.push({ ...range });
    }
  }
  return union;
}

/** Whether every address of the range is in the set. */
export function covers(set: AddressSet, { first, last }: AddressRange): boolean {
  return set.some((range) => range.first <= first && last <= range.last);
}

/** Whether some address of the range is in the set. */
export function touches(set: AddressSet, { first, last }: AddressRange): boolean {
  return set.some((range) => range.first <= last && first <= range.last);
}
