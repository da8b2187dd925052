import { type Cache, portsText } from "../caches/cache";
import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";

/** The ports that a way is asked about: the cache's own, each of them, or the one that was named. */
export function wayPorts(cache: Cache, port: unknown): Outcome<readonly number[]> {
  if (port === undefined) {
    return succeeded(cache.ports ?? []);
  }
  if (typeof port !== "number" || !Number.isInteger(port)) {
    return failed(invalidParameter("port", "port is to be a whole number"));
  }
  return cache.ports === undefined || cache.ports.includes(port)
    ? succeeded([port])
    : failed(invalidParameter("port", `${cache.id} listens on ${portsText(cache)}, not on ${port}`));
}
