import { type CacheAt, cacheAt } from "./cacheAt";
import { asSteps, type Step } from "./explanation";
import { blocks, type Finding, notice } from "./finding";
import type { WayThere } from "./wayThere";

/** What a client must speak once the network lets it through. */
export function transport({ snapshot, destination, port }: WayThere): readonly Step[] {
  const cache = destination && cacheAt(snapshot, destination.interface);
  return cache
    ? asSteps("transport", cache.kind === "node" ? ofNode(cache, port) : ofServerless(cache, port))
    : [];
}

function ofNode({ cluster, group }: CacheAt & { readonly kind: "node" }, port: number): readonly Finding[] {
  const id = cluster.CacheClusterId ?? "";
  const ports = [
    ...(cluster.CacheNodes ?? []).map(({ Endpoint }) => Endpoint),
    cluster.ConfigurationEndpoint,
  ];
  const mode = group?.TransitEncryptionMode ?? cluster.TransitEncryptionMode;
  const isEncrypted = group?.TransitEncryptionEnabled ?? cluster.TransitEncryptionEnabled ?? false;
  const tls = `${id} takes connections with TLS only: a plain one hangs or is cut off.`;
  return [
    ...wrongPort(
      id,
      ports.flatMap((each) => each?.Port ?? []),
      port,
    ),
    ...(isEncrypted && mode !== "preferred" ? [notice(id, tls)] : []),
  ];
}

function ofServerless(
  { cache }: CacheAt & { readonly kind: "serverless" },
  port: number,
): readonly Finding[] {
  const id = cache.ServerlessCacheName ?? "";
  const ports = [cache.Endpoint?.Port, cache.ReaderEndpoint?.Port].flatMap((each) => each ?? []);
  const other = ports.find((each) => each !== port);
  return [
    ...wrongPort(id, ports, port),
    notice(id, `${id} takes connections with TLS only: a plain one is cut off.`),
    ...(other === undefined
      ? []
      : [notice(id, `Clients of ${id} need TCP ${other} too, to read from replicas.`)]),
  ];
}

/** Nobody listens there, whatever the network lets through. */
function wrongPort(id: string, ports: readonly number[], port: number): readonly Finding[] {
  return ports.length === 0 || ports.includes(port)
    ? []
    : [blocks(id, `${id} listens on ${[...new Set(ports)].join(" and ")}, not on ${port}.`)];
}
