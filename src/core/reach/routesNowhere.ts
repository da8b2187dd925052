import { addressText } from "./address";
import { blocks, type Finding } from "./finding";
import type { Packet } from "./hop";
import { joining } from "./joining";
import { addRoute } from "./mend";
import { targetOf } from "./routeTarget";
import type { Snapshot } from "./snapshot";
import type { RouteTable } from "./snapshotNetwork";

/** No route of a table holds the address. One that leads the right way, for other addresses, is named. */
export function routesNowhere(snapshot: Snapshot, table: RouteTable, packet: Packet): Finding {
  const id = table.RouteTableId ?? "";
  const address = addressText(packet.to);
  const way = joining(snapshot, table.VpcId ?? "", packet);
  const mend = addRoute(id, packet.to, way);
  const near = table.Routes?.find((route) => way !== undefined && targetOf(route).id === way.id);
  const block = near?.DestinationCidrBlock ?? near?.DestinationIpv6CidrBlock;
  if (way === undefined || block === undefined) {
    return blocks(id, `${id} has no route for ${address}.`, { code: "NO_ROUTE_TO_DESTINATION", mend });
  }
  const text = `${id} sends only ${block} to ${way.id}, which does not hold ${address}.`;
  return blocks(id, text, { code: "CANNOT_ROUTE", mend });
}
