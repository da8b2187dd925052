import { invalidValue } from "../apiError";
import type { Params } from "../params";

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins, when there is one. */
  readonly marker?: string;
}

const minimum = 20;
const maximum = 100;

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
): Page<T> {
  const size = maxRecords(params);
  const marker = params.optional("Marker");
  const after = marker === undefined ? undefined : readMarker(marker, kind);
  const start = after === undefined ? 0 : firstAfter(all, nameOf, after);
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + size >= all.length) return { items };
  return { items, marker: Buffer.from(JSON.stringify([kind, nameOf(last)])).toString("base64url") };
}

function maxRecords(params: Params): number {
  const text = params.optional("MaxRecords");
  if (text === undefined) return maximum;
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum && value <= maximum) return value;
  throw invalidValue(`Invalid value ${text} for MaxRecords. Must be between ${minimum} and ${maximum}`);
}

function readMarker(marker: string, kind: string): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(marker, "base64url").toString("utf8"));
    if (Array.isArray(read) && read.length === 2 && read[0] === kind && typeof read[1] === "string") {
      return read[1];
    }
  } catch {
    // Not one of ours: the same answer as for one of ours from another list.
  }
  throw invalidValue(`Invalid marker value: ${marker}`);
}

function firstAfter<T>(all: readonly T[], nameOf: (item: T) => string, name: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = all[middle];
    if (item !== undefined && nameOf(item) <= name) low = middle + 1;
    else high = middle;
  }
  return low;
}
