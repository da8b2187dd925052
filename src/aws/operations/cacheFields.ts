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

/** Whether an AUTH token is asked for, as far as an answer tells. Memcached knows none. */
export function authTokenOf(cache: {
  readonly Engine?: string | undefined;
  readonly AuthTokenEnabled?: boolean | undefined;
}): { readonly authToken?: boolean } {
  const authToken = cache.AuthTokenEnabled ?? (cache.Engine === "memcached" ? false : undefined);
  return authToken === undefined ? {} : { authToken };
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
