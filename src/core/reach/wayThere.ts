import type { Address } from "./address";
import { type Destination, destinationsOf, homesOf } from "./destination";
import { enterFromOutside } from "./enterFromOutside";
import type { Filtered } from "./filtered";
import type { Hop, Packet, Trace } from "./hop";
import { judgeAcl } from "./networkAcl";
import { onePort } from "./portSet";
import type { Snapshot } from "./snapshot";
import type { Source } from "./source";
import { follow, trace } from "./trace";
import { lostOnPremises } from "./virtualPrivateGateway";

/** A source that there is a way from. */
export type Sender = Exclude<Source, { readonly is: "nobody" }>;

/** The way to the cache, as far as it is known. Each step says something about a part of it. */
export interface WayThere {
  readonly snapshot: Snapshot;
  readonly port: number;
  readonly source: Sender;
  readonly to: Address;
  /** The interface that has the address, where the way leads; or the only one there is, where it leads nowhere. */
  readonly destination: Destination | undefined;
  /** Then neither a network ACL nor a route table is met. */
  readonly isOneSubnet: boolean;
  readonly sourceAcl: Filtered | undefined;
  readonly trace: Trace;
  /** Whom the cache sees; `undefined` where an address was put in the source's place that is not known. */
  readonly seenAs: Address | undefined;
}

export function wayThere(snapshot: Snapshot, source: Sender, to: Address, port: number): WayThere {
  const candidates = destinationsOf(snapshot, to);
  const common = { snapshot, port, source, to };
  const ports = onePort(port);
  const homes = homesOf(snapshot, candidates, to);
  const packet: Packet = {
    direction: "there",
    from: source.address,
    to,
    ports,
    open: ports,
    homes,
    tracking: [],
  };
  if (source.is === "interface") {
    const { subnetId, vpcId } = source;
    const neighbour = candidates.find((each) => each.subnetId === subnetId);
    if (neighbour) {
      const found = arrived(packet, vpcId);
      return {
        ...common,
        destination: neighbour,
        isOneSubnet: true,
        sourceAcl: undefined,
        trace: found,
        seenAs: source.address,
      };
    }
    const sourceAcl = judgeAcl(snapshot, { subnetId, vpcId, egress: true, peer: to, ports, open: ports });
    const start = { at: "subnet", subnetId, vpcId } as const;
    return finish(
      common,
      candidates,
      sourceAcl,
      trace(snapshot, start, { ...packet, homes: [...homes, subnetId] }),
    );
  }
  const first: Hop =
    source.is === "outside"
      ? enterFromOutside(snapshot, source.gatewayId, packet)
      : { found: [], next: { at: "unknown" } };
  return finish(common, candidates, undefined, follow(snapshot, first, packet));
}

function finish(
  common: Pick<WayThere, "snapshot" | "port" | "source" | "to">,
  candidates: readonly Destination[],
  sourceAcl: Filtered | undefined,
  traced: Trace,
): WayThere {
  const { end } = traced;
  const [only, another] = candidates;
  const destination =
    end.at === "vpc" ? candidates.find(({ vpcId }) => vpcId === end.vpcId) : another ? undefined : only;
  return {
    ...common,
    destination,
    isOneSubnet: false,
    sourceAcl,
    trace: end.at === "outside" ? lost(traced, end.ids) : traced,
    seenAs: end.at === "unknown" && end.translated ? undefined : traced.packet.from,
  };
}

/** Out of AWS, on the way to something inside it. */
function lost(traced: Trace, ids: readonly string[]): Trace {
  const part = ids[0]?.startsWith("tgw-") ? "transitGateway" : "virtualPrivateGateway";
  const finding = lostOnPremises(ids, traced.packet);
  return { ...traced, found: [...traced.found, { part, finding }], end: { at: "unknown" } };
}

function arrived(packet: Packet, vpcId: string): Trace {
  return { found: [], crossed: [], packet, end: { at: "vpc", vpcId, by: "", part: "route" } };
}
