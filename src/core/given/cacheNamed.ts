import { type CacheName, isCacheKind } from "../caches/cache";
import { isObject } from "../isObject";

/** The cache that an object of a caller's names whole, if it does. */
export function cacheNamed(value: unknown): CacheName | undefined {
  const { cacheKind: kind, cacheId: id } = isObject(value) ? value : {};
  return typeof kind === "string" && isCacheKind(kind) && typeof id === "string" ? { kind, id } : undefined;
}
