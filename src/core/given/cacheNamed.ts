import { type CacheName, isCacheKind } from "../caches/cache";

/** The cache that an object of a caller's names whole, if it does. */
export function cacheNamed(value: unknown): CacheName | undefined {
  if (typeof value !== "object" || value === null || !("cacheKind" in value) || !("cacheId" in value)) {
    return undefined;
  }
  const { cacheKind: kind, cacheId: id } = value;
  return typeof kind === "string" && isCacheKind(kind) && typeof id === "string" ? { kind, id } : undefined;
}
