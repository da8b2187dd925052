import type { Cache, CacheEndpoint } from "../core/caches/cache";
import { clientCommand, endpointText, firstEndpoint } from "../core/formats/clientCommand";
import { failed, succeeded } from "../core/outcome";
import { cacheGiven } from "../store/given/cacheGiven";
import { copyCommand } from "./copyCommand";
import { withCache } from "./steps/withCache";

/** Copies where a cache answers: `address:port`. */
export const copyEndpoint = endpointCommand("copyEndpoint", "Copy Endpoint", (_, endpoint) =>
  endpointText(endpoint),
);

/** Copies the line that connects to a cache: valkey-cli, redis-cli, or a plain connection for Memcached. */
export const copyClientCommand = endpointCommand(
  "copyClientCommand",
  "Copy Client Command Line",
  clientCommand,
);

function endpointCommand(
  id: string,
  title: string,
  textOf: (cache: Cache, endpoint: CacheEndpoint) => string,
) {
  return copyCommand({
    id,
    ask: (params, services) => withCache(title, params, services),
    lineOf: async (params, services) => {
      const given = await cacheGiven(params, services);
      if (!given.ok) {
        return given;
      }
      const { cache } = given.value;
      const endpoint = firstEndpoint(cache);
      return endpoint
        ? succeeded(textOf(cache, endpoint))
        : failed({
            kind: "invalidState",
            message: `${cache.id} has no endpoint yet: its status is ${cache.status}`,
          });
    },
  });
}
