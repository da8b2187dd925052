import { addressText } from "./address";
import { blocks, type Finding } from "./finding";
import type { Packet } from "./hop";
import { addRoute } from "./mend";
import { interfacesWith } from "./networkInterface";
import type { Snapshot } from "./snapshot";
import type { RouteTable } from "./snapshotNetwork";

/** No route of a table holds the address. One that leads to its VPC, for other addresses, is named. */
export function routesNowhere(snapshot: Snapshot, table: RouteTable, { to }: Packet): Finding {
  const id = table.RouteTableId ?? "";
  const near = nearRoute(snapshot, table, to);
  const mend = addRoute(id, to, near?.target);
  return near
    ? blocks(id, `${id} sends only ${near.block} to ${near.id}, which does not hold ${addressText(to)}.`, {
        code: "CANNOT_ROUTE",
        mend,
      })
    : blocks(id, `${id} has no route for ${addressText(to)}.`, { code: "NO_ROUTE_TO_DESTINATION", mend });
}

function nearRoute(snapshot: Snapshot, { VpcId, Routes }: RouteTable, to: Packet["to"]) {
  const vpcs = interfacesWith(snapshot.NetworkInterfaces ?? [], to).flatMap((each) => each.VpcId ?? []);
  const peering = snapshot.VpcPeeringConnections?.find(({ AccepterVpcInfo, RequesterVpcInfo }) => {
    const sides = [AccepterVpcInfo?.VpcId, RequesterVpcInfo?.VpcId];
    return sides.includes(VpcId) && sides.some((side) => side !== VpcId && vpcs.includes(side ?? ""));
  });
  const id = peering?.VpcPeeringConnectionId;
  const route = Routes?.find((each) => id !== undefined && each.VpcPeeringConnectionId === id);
  const block = route?.DestinationCidrBlock ?? route?.DestinationIpv6CidrBlock;
  return id === undefined || block === undefined
    ? undefined
    : { id, block, target: { vpcPeeringConnectionId: id } };
}
