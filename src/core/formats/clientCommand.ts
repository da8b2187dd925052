import type { Authentication } from "../caches/authentication";
import type { Cache, CacheEndpoint } from "../caches/cache";
import { posixLine } from "./cli";

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
export function clientCommand(cache: Cache, endpoint: CacheEndpoint): string {
  return posixLine(clientWords(cache, endpoint));
}

/**
 * The same before any shell's quoting. Through a tunnel it connects to this machine, and names the server that it means,
 * so that its certificate fits; it follows no shard, since the tunnel leads to one node alone.
 */
export function clientWords(
  cache: Cache,
  { address, port }: Pick<CacheEndpoint, "address" | "port">,
  localPort?: number,
): readonly string[] {
  const tls = cache.encryptionInTransit !== "none";
  const tunnelled = localPort !== undefined;
  const [to, at] = tunnelled ? ["127.0.0.1", localPort] : [address, port];
  // An address from an endpoint that is not AWS's may look like an option. Behind one that takes a value it is none.
  if (cache.engine === "memcached") {
    return tls
      ? [
          ...["openssl", "s_client", "-quiet", "-connect", `${to}:${at}`],
          ...(tunnelled ? ["-servername", address] : []),
        ]
      : ["nc", ...(to.startsWith("-") ? ["--"] : []), to, String(at)];
  }
  return [
    cache.engine === "redis" ? "redis-cli" : "valkey-cli",
    ...["-h", to, "-p", String(at)],
    ...(tls ? ["--tls", ...(tunnelled ? ["--sni", address] : [])] : []),
    ...(cache.clusterMode === "no" || tunnelled ? [] : ["-c"]),
    ...authWords(cache.authentication),
  ];
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
