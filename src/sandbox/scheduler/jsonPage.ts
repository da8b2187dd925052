import { ApiError } from "../apiError";

/** One page of a list, a hundred at most unless it is told otherwise. The token holds the id of the last item before. */
export function jsonPage<T>(
  all: readonly T[],
  idOf: (item: T) => string,
  query: ReadonlyMap<string, string>,
): { readonly items: readonly T[]; readonly nextToken?: string } {
  const size = Number(query.get("MaxResults") ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 100) {
    throw new ApiError("ValidationException", "MaxResults must be between 1 and 100.");
  }
  const token = query.get("NextToken");
  const last = token === undefined ? undefined : Buffer.from(token, "base64url").toString("utf8");
  const start = last === undefined ? 0 : all.findIndex((item) => `after ${idOf(item)}` === last) + 1;
  if (last !== undefined && start === 0) {
    throw new ApiError("ValidationException", "Invalid NextToken.");
  }
  const items = all.slice(start, start + size);
  const end = items.at(-1);
  return end === undefined || start + size >= all.length
    ? { items }
    : { items, nextToken: Buffer.from(`after ${idOf(end)}`).toString("base64url") };
}
