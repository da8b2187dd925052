import { addressText } from "./address";
import { arrive } from "./arrive";
import { blocks, unknown } from "./finding";
import {
  type Crossing,
  type Found,
  type Hop,
  type OneOf,
  type Packet,
  type Place,
  stopsAt,
  type Trace,
} from "./hop";
import { nextHop } from "./nextHop";
import type { Snapshot } from "./snapshot";

/** More routers than any way that works: through two gateways, an inspection VPC and back. */
const longest = 12;

/** The way of a packet from a place, hop by hop, until it arrives, stops, or goes where nothing is known. */
export function trace(snapshot: Snapshot, start: Place, packet: Packet): Trace {
  return follow(snapshot, { found: [], next: start }, packet);
}

/** The way of a packet from a hop on that something else decided. */
export function follow(snapshot: Snapshot, first: Hop, packet: Packet, done = 0): Trace {
  const found: Found[] = [];
  const crossed: Crossing[] = [];
  let now = packet;
  let hop = first;
  for (let hops = done; ; hops++) {
    found.push(...hop.found);
    crossed.push(...(hop.crossed ?? []));
    now = hop.packet ?? now;
    const { next } = hop;
    if (next.at === "vpc") {
      const arrival = arrive(snapshot, next, now);
      return { found: [...found, ...arrival.found], crossed, packet: now, end: arrival.end };
    }
    if (next.at === "oneOf") {
      const rest = followOneOf(snapshot, next, now, hops + 1);
      return { ...rest, found: [...found, ...rest.found], crossed: [...crossed, ...rest.crossed] };
    }
    if (next.at !== "subnet" && next.at !== "gateway") {
      return { found, crossed, packet: now, end: next };
    }
    hop = hops < longest ? nextHop(snapshot, next, now) : goesRound(next, now);
  }
}

/** Where AWS takes its pick, the rest of the way is known if it is the same for all that go on. */
function followOneOf(snapshot: Snapshot, { by, part, hops }: OneOf, packet: Packet, done: number): Trace {
  const traces = hops.map((hop) => follow(snapshot, hop, packet, done));
  const going = traces.filter(({ end }) => end.at !== "nowhere");
  const [first, ...others] = going;
  const [stopped] = traces;
  if (first === undefined && stopped) {
    return stopped;
  }
  const text = `By which of its subnets ${by} brings it in is not known, and they do not do the same with it.`;
  const depends: Found = { part, finding: unknown(by, text) };
  if (first === undefined || others.some((other) => outcome(other) !== outcome(first))) {
    return { found: [depends], crossed: [], packet, end: { at: "unknown" } };
  }
  return going.length === traces.length ? first : { ...first, found: [depends, ...first.found] };
}

/** What the rest of the way may depend on. */
function outcome({ end, crossed, packet }: Trace): string {
  const ways = crossed.map(({ by }) => by);
  return JSON.stringify([end.at, end.at === "vpc" ? end.vpcId : "", ways, packet.from.text, packet.open]);
}

function goesRound(place: Place, { to }: Packet): Hop {
  const id = place.at === "gateway" ? place.gatewayId : place.subnetId;
  return stopsAt(
    "route",
    blocks(id, `The routes send what is for ${addressText(to)} round in a circle, through ${id} again.`, {
      code: "CANNOT_ROUTE",
    }),
  );
}
