import type { Endpoint } from "@aws-sdk/client-elasticache";
import type { Cache, CacheEndpoint } from "../../core/caches/cache";

/** An endpoint as a list of one, or of none while the cache is being created. */
export function cacheEndpoints(
  role: CacheEndpoint["role"],
  endpoint: Endpoint | undefined,
): readonly CacheEndpoint[] {
  return endpoint?.Address && endpoint.Port !== undefined
    ? [{ role, address: endpoint.Address, port: endpoint.Port }]
    : [];
}

/** Answers older than TransitEncryptionMode say whether connections are encrypted, and it is then required. */
export function encryptionOf(cache: {
  readonly TransitEncryptionEnabled?: boolean | undefined;
  readonly TransitEncryptionMode?: string | undefined;
}): Cache["encryptionInTransit"] {
  if (!cache.TransitEncryptionEnabled) {
    return "none";
  }
  return cache.TransitEncryptionMode === "preferred" ? "preferred" : "required";
}
