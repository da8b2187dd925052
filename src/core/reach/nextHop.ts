import { addressText } from "./address";
import { enterAppliance } from "./appliance";
import { blocks, type Finding, unknown } from "./finding";
import { findRoute } from "./findRoute";
import { type Hop, type Packet, type Place, stopsAt } from "./hop";
import { leaveByInternetGateway } from "./internetGateway";
import { enterNatGateway } from "./natGateway";
import { enterPeering } from "./peering";
import { isRead, unread } from "./read";
import { routesNowhere } from "./routesNowhere";
import { tableOf } from "./routeTable";
import type { Snapshot } from "./snapshot";
import { enterTransitGateway } from "./transitGateway";
import type { UsedRoute } from "./usedRoute";
import { leaveByVirtualPrivateGateway } from "./virtualPrivateGateway";

/** What the router of a place does with a packet: the table, the route, and what the route leads to. */
export function nextHop(snapshot: Snapshot, place: Place, packet: Packet): Hop {
  const table = tableOf(snapshot, place);
  if (table === undefined) {
    return withoutTable(snapshot, place);
  }
  const answer = findRoute(snapshot, table, packet.to);
  switch (answer.is) {
    case "unknown":
      return stopsAt("route", answer.finding);
    case "none":
      return stopsAt("route", routesNowhere(snapshot, table, packet));
    case "route":
      return badState(answer.route) ?? takeRoute(snapshot, place, packet, answer.route);
  }
}

function takeRoute(snapshot: Snapshot, place: Place, packet: Packet, route: UsedRoute): Hop {
  switch (route.target.kind) {
    case "local":
      return { found: [], next: localEnd(place, route.tableId, route.block) };
    case "peering":
      return enterPeering(snapshot, place, packet, route);
    case "transitGateway":
      return enterTransitGateway(snapshot, place, packet, route);
    case "virtualPrivateGateway":
      return leaveByVirtualPrivateGateway(route);
    case "internetGateway":
      return leaveByInternetGateway(snapshot, place, packet, route);
    case "natGateway":
      return enterNatGateway(snapshot, packet, route);
    case "appliance":
      return enterAppliance(snapshot, place, packet, route);
    case "endpoint":
    case "other":
      return stopsAt("route", unsupported(route, packet));
  }
}

/** What a gateway brought in is its to account for. */
function localEnd(place: Place, tableId: string, block: string): Hop["next"] {
  const { vpcId } = place;
  if (place.at === "gateway") {
    return { at: "vpc", vpcId, by: place.gatewayId, part: "virtualPrivateGateway" };
  }
  return place.attachmentId === undefined
    ? { at: "vpc", vpcId, by: tableId, part: "route", block }
    : { at: "vpc", vpcId, by: place.attachmentId, part: "transitGateway" };
}

/**
 * A gateway without a table hands packets out locally. So does a transit gateway's attachment whose subnet's table
 * is not among those that were read: every table has the local route.
 */
function withoutTable(snapshot: Snapshot, place: Place): Hop {
  const isGateway = place.at === "gateway" || place.attachmentId !== undefined;
  if (isGateway && isRead(snapshot, "RouteTables")) {
    return { found: [], next: localEnd(place, "", "") };
  }
  const id = place.at === "gateway" ? place.gatewayId : place.subnetId;
  return stopsAt("route", { ...unread(snapshot, "RouteTables", `the route table of ${id}`), resource: id });
}

function badState({ tableId: id, route, block, target }: UsedRoute): Hop | undefined {
  switch (route.State) {
    case undefined:
    case "active":
      return undefined;
    case "blackhole": {
      const text = `${block} in ${id} is a blackhole: ${target.id} is not there any more.`;
      return stopsAt("route", blocks(id, text, { code: "BAD_STATE_ROUTE" }));
    }
    default: {
      const text = `${block} in ${id} is ${route.State}, and whether it carries anything is not known.`;
      return stopsAt("route", unknown(id, text, { code: "BAD_STATE_ROUTE" }));
    }
  }
}

function unsupported({ tableId: id, block, target }: UsedRoute, { to }: Packet): Finding {
  return unknown(
    id,
    `${block} in ${id} sends ${addressText(to)} to ${target.id}, and what lies behind that is not evaluated.`,
    { code: "UNSUPPORTED_COMPONENT" },
  );
}
