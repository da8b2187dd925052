import { addressText } from "./address";
import { arrive } from "./arrive";
import { blocks } from "./finding";
import { type Crossing, type Found, type Hop, type Packet, type Place, stopsAt, type Trace } from "./hop";
import { nextHop } from "./nextHop";
import type { Snapshot } from "./snapshot";

/** More routers than any way that works: through two gateways, an inspection VPC and back. */
const longest = 12;

/** The way of a packet from a place, hop by hop, until it arrives, stops, or goes where nothing is known. */
export function trace(snapshot: Snapshot, start: Place, packet: Packet): Trace {
  return follow(snapshot, { found: [], next: start }, packet);
}

/** The way of a packet from a hop on that something else decided. */
export function follow(snapshot: Snapshot, first: Hop, packet: Packet): Trace {
  const found: Found[] = [];
  const crossed: Crossing[] = [];
  let now = packet;
  let hop = first;
  for (let hops = 0; ; hops++) {
    found.push(...hop.found);
    crossed.push(...(hop.crossed ?? []));
    now = hop.packet ?? now;
    const { next } = hop;
    if (next.at === "vpc") {
      const arrival = arrive(snapshot, next, now);
      return { found: [...found, ...arrival.found], crossed, packet: now, end: arrival.end };
    }
    if (next.at !== "subnet" && next.at !== "gateway") {
      return { found, crossed, packet: now, end: next };
    }
    hop = hops < longest ? nextHop(snapshot, next, now) : goesRound(next, now);
  }
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
