import { ApiError, invalidValue } from "../apiError";
import type { Params } from "../params";

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

/**
 * One page of a list. Without MaxResults and NextToken the whole list is the answer, as in EC2.
 *
 * @param limits the least and the most that MaxResults may be
 * @param idOf the token holds the id of the last item before; an id keeps its place while others come and go
 */
export function page<T>(
  all: readonly T[],
  idOf: (item: T) => string,
  params: Params,
  limits: readonly [number, number],
): Page<T> {
  const size = maxResults(params, limits);
  const token = params.optional("NextToken");
  let start = 0;
  if (token !== undefined) {
    const last = Buffer.from(token, "base64url").toString("utf8");
    start = all.findIndex((item) => `after ${idOf(item)}` === last) + 1;
    if (start === 0) {
      throw new ApiError("InvalidPaginationToken");
    }
  }
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  if (last === undefined || start + size >= all.length) {
    return { items };
  }
  return { items, nextToken: Buffer.from(`after ${idOf(last)}`).toString("base64url") };
}

function maxResults(params: Params, [least, most]: readonly [number, number]): number {
  const text = params.optional("MaxResults");
  if (text === undefined) {
    return params.optional("NextToken") === undefined ? Number.POSITIVE_INFINITY : most;
  }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) {
    return value;
  }
  throw invalidValue(
    `Value ( ${text} ) for parameter maxResults is invalid. Expecting a value between ${least} and ${most}.`,
  );
}
