import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import type { Explanation } from "../../core/reach/explanation";
import { wayPorts } from "../../core/reach/wayPorts";
import { type WaySource, waySourceGiven } from "../../core/reach/waySource";
import type { Command, Params, Services } from "../command";
import { withCache } from "../steps/withCache";
import { askWaySource, sourceOfRow, type WayAbout } from "./askWaySource";
import { explainWay, type Way } from "./explainWay";
import { showWay } from "./showWay";
import { wayCache } from "./wayCache";

/** Why a source does, or does not, reach a cache: the whole way, there and back. */
export const explainReachability: Command = {
  id: "explainReachability",
  async run(params, services): Promise<CommandResult> {
    const named = waySourceGiven(params);
    if (!named.ok) {
      return failedResult(named.failure);
    }
    const whole = await withCache("Explain Reachability", params, services);
    if (whole === "cancelled") {
      return cancelled;
    }
    if (!whole.ok) {
      return failedResult(whole.failure);
    }
    const { value: given } = named;
    const way = await wayOf(whole.value, services, async (about) => {
      return given ?? sourceOfRow(about.params) ?? askWaySource(about, services);
    });
    if (way === undefined || "outcome" in way) {
      return way ?? cancelled;
    }
    const explanation = await services.tree.whileBusy(explainWay(way, services));
    await showWay(way, explanation, services);
    return { outcome: "done", value: explanation };
  },
};

/** The same for whoever asks nobody and shows nothing: of params that name it whole. */
export async function explainGiven(params: Params, services: Services): Promise<CommandResult<Explanation>> {
  const named = waySourceGiven(params);
  if (!named.ok || named.value === undefined) {
    const failure = named.ok ? invalidParameter("sourceNetworkInterfaceId", sourceMissing) : named.failure;
    return { outcome: "failed", failure };
  }
  const { value: source } = named;
  const way = await wayOf(params, services, async () => source);
  if (way === undefined || "outcome" in way) {
    return way ?? cancelled;
  }
  return { outcome: "done", value: await explainWay(way, services) };
}

const sourceMissing =
  "The source is missing: sourceNetworkInterfaceId, sourceInstanceId, sourceSecurityGroupId with sourceSubnetId, or sourceAddress";

type SourceOf = (about: WayAbout) => Promise<WaySource | undefined>;

/** The way that params name, with the source that is found for it. */
async function wayOf(
  params: Params,
  services: Services,
  sourceOf: SourceOf,
): Promise<Way | CommandResult<Explanation> | undefined> {
  const found = await wayCache(params, services);
  if (!found.ok) {
    return found.failure.kind === "accessDenied"
      ? { outcome: "done", value: unreadCache(found.failure, params) }
      : failedResult(found.failure);
  }
  const { target, cache } = found.value;
  const ports = wayPorts(cache, params["port"]);
  if (!ports.ok) {
    return failedResult(ports.failure);
  }
  const source = await sourceOf({ target, cache, params });
  return source && { target, cache, source, ports: ports.value };
}

/** A cache that may not be read is a step that is not known, as anything else on the way would be. */
function unreadCache({ message, action }: Failure, { cacheId }: Params): Explanation {
  const resource = typeof cacheId === "string" ? cacheId : "";
  const step = { kind: "cacheIngress", verdict: "unknown", resource, text: message } as const;
  return { verdict: "unknown", steps: [action === undefined ? step : { ...step, action }] };
}
