import { invalidValue } from "../apiError";
import type { Params } from "../params";

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins, when there is one. */
  readonly marker?: string;
}

/** The names and bounds of an operation's paging. */
export interface PagingWords {
  readonly size: string;
  readonly token: string;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

const markers: PagingWords = { size: "MaxRecords", token: "Marker", least: 20, most: 100, usual: 100 };

/**
 * One page of a list that is sorted by name. The marker holds the last name of the page before, so pages
 * stay right when something is made or deleted between them; its text is nobody's business but ours.
 *
 * @param kind tells this list's markers from another's
 */
export function page<T>(
  all: readonly T[],
  nameOf: (item: T) => string,
  kind: string,
  params: Params,
  words = markers,
): Page<T> {
  const size = pageSize(params, words);
  const marker = params.optional(words.token);
  const start = marker === undefined ? 0 : firstAfter(all, nameOf, readMarker(marker, kind, words));
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + size >= all.length) {
    return { items };
  }
  return { items, marker: Buffer.from(JSON.stringify([kind, nameOf(last)])).toString("base64url") };
}

/** The values of a map, sorted by their keys. */
export function byId<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function pageSize(params: Params, { size, least, most, usual }: PagingWords): number {
  const text = params.optional(size);
  if (text === undefined) {
    return usual;
  }
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) {
    return value;
  }
  throw invalidValue(`Invalid value ${text} for ${size}. Must be between ${least} and ${most}`);
}

function readMarker(marker: string, kind: string, { token }: PagingWords): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(marker, "base64url").toString("utf8"));
    if (Array.isArray(read) && read.length === 2 && read[0] === kind && typeof read[1] === "string") {
      return read[1];
    }
  } catch {
    // Not one of ours: the same answer as for one of ours from another list.
  }
  throw invalidValue(`Invalid ${token} value: ${marker}`);
}

function firstAfter<T>(all: readonly T[], nameOf: (item: T) => string, name: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = all[middle];
    if (item !== undefined && nameOf(item) <= name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
