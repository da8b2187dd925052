import { clientCommand, endpointText, firstEndpoint } from "../core/formats/clientCommand";
import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Command, Params, Services } from "./command";
import { copyLines } from "./copyLines";
import { withCache } from "./steps/withCache";
import { type CacheGiven, cacheGiven } from "./vpc/cacheGiven";

/** Copies where a cache answers: `address:port`. */
export const copyEndpoint: Command = {
  id: "copyEndpoint",
  several: "sameKind",
  run: (params, services) =>
    copyLines(
      params,
      services,
      () => withCache("Copy Endpoint", params, services),
      (item) => fromEndpoint(item, services, (_cache, endpoint) => endpointText(endpoint)),
    ),
};

/** Copies the line that connects to a cache: valkey-cli, redis-cli, or a plain connection for Memcached. */
export const copyClientCommand: Command = {
  id: "copyClientCommand",
  several: "sameKind",
  run: (params, services) =>
    copyLines(
      params,
      services,
      () => withCache("Copy Client Command Line", params, services),
      (item) => fromEndpoint(item, services, (cache, endpoint) => clientCommand(cache, endpoint)),
    ),
};

async function fromEndpoint(
  params: Params,
  services: Services,
  textOf: (cache: CacheGiven["cache"], endpoint: CacheGiven["cache"]["endpoints"][number]) => string,
): Promise<Outcome<string>> {
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
}
