import { invalidValue } from "../apiError";
import type { Params } from "../params";
import { wildcard } from "./wildcard";

/** The texts of an item that a filter of some name is matched against. */
export type FilterField<T> = (item: T) => readonly (string | undefined)[];

export interface FilterFields<T> {
  readonly fields: Readonly<Record<string, FilterField<T>>>;
  /** For the filters `tag:KEY` and `tag-key`. */
  readonly tags?: (item: T) => ReadonlyMap<string, string>;
}

/**
 * Reads `Filter.N.Name` and `Filter.N.Value.M` into one question. All filters must match, each by any of
 * its values; values are case-sensitive, `*` and `?` stand for what they usually do.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
 */
export function readFilters<T>(params: Params, known: FilterFields<T>): (item: T) => boolean {
  const conditions = params.structures("Filter").map((filter) => {
    const name = filter.get("Name") ?? "";
    const field = fieldOf(name, known);
    const values = filter.list("Value");
    if (values.length === 0) {
      throw invalidValue("The filter 'null' is invalid");
    }
    const patterns = values.map(wildcard);
    return (item: T) =>
      field(item).some((text) => text !== undefined && patterns.some((matches) => matches(text)));
  });
  return (item) => conditions.every((matches) => matches(item));
}

/** What one filter asks of its field, or nothing where it is not among the filters. */
export function filterValues(params: Params, name: string): ((text: string) => boolean) | undefined {
  const filter = params.structures("Filter").find((candidate) => candidate.get("Name") === name);
  if (filter === undefined) {
    return undefined;
  }
  const patterns = filter.list("Value").map(wildcard);
  return (text) => patterns.some((matches) => matches(text));
}

function fieldOf<T>(name: string, { fields, tags }: FilterFields<T>): FilterField<T> {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field !== undefined) {
    return field;
  }
  if (tags !== undefined && name === "tag-key") {
    return (item) => [...tags(item).keys()];
  }
  if (tags !== undefined && name.startsWith("tag:")) {
    return (item) => [tags(item).get(name.slice(4))];
  }
  throw invalidValue(`The filter '${name}' is invalid`);
}
