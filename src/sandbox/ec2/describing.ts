import { ApiError } from "../apiError";
import type { errors } from "../errors";
import type { Call, Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import { page } from "./paging";

/** What a `Describe…` operation lists, and how. */
export interface Listing<T> {
  /** The element that holds the answer's items. */
  readonly set: string;
  /** The parameter that names some of them, and the error for one that is not there. */
  readonly ids: { readonly param: string; readonly missing: keyof typeof errors };
  readonly all: (call: Call) => readonly T[];
  readonly idOf: (item: T) => string;
  readonly filters: FilterFields<T>;
  /** The least and the most that MaxResults may be. */
  readonly limits: readonly [number, number];
  readonly xml: (item: T, call: Call) => XmlObject;
}

/** An operation that lists things of one kind: by id, by filter, by page. */
export function describing<T>({ set, ids, all, idOf, filters, limits, xml }: Listing<T>): Operation {
  return (call) => {
    const matches = readFilters(call.params, filters);
    const known = all(call);
    const wanted = call.params.list(ids.param);
    const missing = wanted.find((id) => !known.some((item) => idOf(item) === id));
    if (missing !== undefined) {
      throw new ApiError(ids.missing, `The ID '${missing}' does not exist`);
    }
    const chosen = known.filter((item) => wanted.length === 0 || wanted.includes(idOf(item)));
    const { items, nextToken } = page(chosen.filter(matches), idOf, call.params, limits);
    return {
      [set]: new XmlList(
        "item",
        items.map((item) => xml(item, call)),
      ),
      nextToken,
    };
  };
}
