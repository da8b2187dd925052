import { type CommandResult, cancelled, done, failedResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import type { Explanation } from "../../core/reach/explanation";
import { wayPorts } from "../../core/reach/wayPorts";
import { type WaySource, waySourceGiven } from "../../core/reach/waySource";
import type { Command, Params, Services } from "../command";
import { withRead } from "../heads";
import { withCache } from "../steps/withCache";
import { askWaySource, sourceOfRow, type WayAbout } from "./askWaySource";
import { explainWay, type Way } from "./explainWay";
import { showWay } from "./showWay";
import { wayCache } from "./wayCache";

/** Why a source does, or does not, reach a cache: the whole way, there and back. */
export const explainReachability: Command = {
  id: "explainReachability",
  run: (params, services) =>
    withRead(waySourceGiven(params), (given) =>
      withRead(withCache("Explain Reachability", params, services), (whole) => {
        const sourceOf: SourceOf = async (about) =>
          given ?? sourceOfRow(about.params) ?? askWaySource(about, services);
        return withWay(whole, services, sourceOf, async (way) => {
          const explanation = await services.tree.whileBusy(explainWay(way, services));
          await showWay(way, explanation, services);
          return explanation;
        });
      }),
    ),
};

/** The same for whoever asks nobody and shows nothing: of params that name it whole. */
export function explainGiven(params: Params, services: Services): Promise<CommandResult<Explanation>> {
  return withRead(waySourceGiven(params), (source) =>
    source === undefined
      ? failedResult(invalidParameter("sourceNetworkInterfaceId", sourceMissing))
      : withWay(
          params,
          services,
          async () => source,
          (way) => explainWay(way, services),
        ),
  );
}

const sourceMissing =
  "The source is missing: sourceNetworkInterfaceId, sourceInstanceId, sourceSecurityGroupId with sourceSubnetId, or sourceAddress";

type SourceOf = (about: WayAbout) => Promise<WaySource | undefined>;

/** Explains the way that params name, with the source that is found for it. */
async function withWay(
  params: Params,
  services: Services,
  sourceOf: SourceOf,
  explain: (way: Way) => Promise<Explanation>,
): Promise<CommandResult<Explanation>> {
  const found = await wayCache(params, services);
  if (!found.ok) {
    return found.failure.kind === "accessDenied"
      ? done(unreadCache(found.failure, params))
      : failedResult(found.failure);
  }
  const { target, cache } = found.value;
  return withRead(wayPorts(cache, params["port"]), async (ports) => {
    const source = await sourceOf({ target, cache, params });
    return source ? done(await explain({ target, cache, source, ports })) : cancelled;
  });
}

/** A cache that may not be read is a step that is not known, as anything else on the way would be. */
function unreadCache({ message, action }: Failure, { cacheId }: Params): Explanation {
  const resource = typeof cacheId === "string" ? cacheId : "";
  const step = { kind: "cacheIngress", verdict: "unknown", resource, text: message } as const;
  return { verdict: "unknown", steps: [action === undefined ? step : { ...step, action }] };
}
