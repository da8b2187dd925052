import type { Authentication } from "../caches/authentication";
import type { Cache, CacheEndpoint } from "../caches/cache";
import { posixQuote } from "./cli";

/** The endpoint that clients are to use first; `undefined` while the cache is being created. */
export function firstEndpoint({ endpoints }: Pick<Cache, "endpoints">): CacheEndpoint | undefined {
  return endpoints[0];
}

export function endpointText({ address, port }: CacheEndpoint): string {
  return `${address}:${port}`;
}

/**
 * A line for a POSIX shell that connects to the cache as it is: its port, TLS where it is taken, cluster mode, and
 * a question for the password where one is needed. What is not known is taken in: clients that follow shards, and
 * say who they are, get on with a cache that asks for neither. Memcached has no client of its own: a plain connection
 * stands for it.
 */
export function clientCommand(cache: Cache, { address, port }: CacheEndpoint): string {
  const tls = cache.encryptionInTransit !== "none";
  // An address from an endpoint that is not AWS's may look like an option. Behind one that takes a value it is none.
  if (cache.engine === "memcached") {
    return tls
      ? ["openssl", "s_client", "-quiet", "-connect", `${address}:${port}`].map(posixQuote).join(" ")
      : ["nc", ...(address.startsWith("-") ? ["--"] : []), address, String(port)].map(posixQuote).join(" ");
  }
  return [
    cache.engine === "redis" ? "redis-cli" : "valkey-cli",
    "-h",
    address,
    "-p",
    String(port),
    ...(tls ? ["--tls"] : []),
    ...(cache.clusterMode === "no" ? [] : ["-c"]),
    ...authWords(cache.authentication),
  ]
    .map(posixQuote)
    .join(" ");
}

/** The client asks for the password itself: none is to stand in a shell's history. */
function authWords(authentication: Authentication): readonly string[] {
  switch (authentication.kind) {
    case "none":
      return [];
    case "asked":
      return authentication.userGroups.length > 0 ? asUser : ["--askpass"];
    case "iam":
    case "notKnown":
      return asUser;
  }
}

const asUser = ["--user", "USER_NAME", "--askpass"];
