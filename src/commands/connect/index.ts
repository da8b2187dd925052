import { loadReach } from "../../bundles";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { firstEndpoint } from "../../core/formats/clientCommand";
import { textParam } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { isInstanceId } from "../../core/reach/waySource";
import type { CacheGiven } from "../../store/given/cacheGiven";
import type { Command, Params, Services } from "../command";
import { withWayCache } from "../explainReachability/wayCache";
import { withRead } from "../heads";
import { askNode, type ThroughNode } from "./askNode";
import { showTunnel } from "./showTunnel";

/** How to connect from this machine: by a tunnel through an instance that reaches the cache. Opens none by itself. */
export const connect: Command = {
  id: "connect",
  run: (params, services) =>
    withRead(nodeGiven(params), (given) =>
      withWayCache("Connect Through", params, services, (found) => connectTo(found, given, services)),
    ),
};

async function connectTo(
  { cache, target }: CacheGiven,
  given: ThroughNode | undefined,
  services: Services,
): Promise<CommandResult> {
  const endpoint = firstEndpoint(cache);
  if (cache.isPublic || endpoint === undefined) {
    const message = cache.isPublic
      ? `${cache.id} is public: it is connected to directly, by Copy Client Command Line`
      : `${cache.id} has no endpoint yet. Nothing was sent; try again once it is available`;
    return failedResult({ kind: "invalidState", message });
  }
  const node = given ?? (await askNode({ cache, target }, services));
  if (node === undefined) {
    return cancelled;
  }
  const { freePort } = await loadReach();
  const tunnel = {
    instanceId: node.instanceId,
    host: endpoint.address,
    port: endpoint.port,
    localPort: await freePort(endpoint.port),
  };
  return showTunnel({ cache, target, tunnel, through: node.label }, services);
}

/** Whoever names an instance is taken at their word: nothing is asked of it. */
function nodeGiven(params: Params): Outcome<ThroughNode | undefined> {
  const given = textParam(params, "instanceId");
  if (!given.ok || given.value === undefined) {
    return given.ok ? succeeded(undefined) : given;
  }
  const instanceId = given.value.trim();
  return isInstanceId(instanceId)
    ? succeeded({ instanceId, label: instanceId })
    : failed(
        invalidParameter("instanceId", "instanceId is to be an instance's ID, like i-0123456789abcdef0"),
      );
}
