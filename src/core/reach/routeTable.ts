import type { Place } from "./hop";
import type { Snapshot } from "./snapshot";
import type { RouteTable } from "./snapshotNetwork";

/** The table that routes what leaves a subnet, or what comes in by a gateway; `undefined` where none was read. */
export function tableOf(snapshot: Snapshot, place: Place): RouteTable | undefined {
  const isGateway = place.at === "gateway";
  const id = isGateway ? place.gatewayId : place.subnetId;
  const own = tableWith(snapshot, (each) => (isGateway ? each.GatewayId : each.SubnetId) === id);
  if (own === undefined) {
    snapshot.Wanted?.({ list: "RouteTables", id, vpcId: place.vpcId });
  }
  return isGateway
    ? own
    : (own ?? snapshot.RouteTables?.find((table) => table.VpcId === place.vpcId && isMain(table)));
}

type Association = NonNullable<RouteTable["Associations"]>[number];

function tableWith({ RouteTables }: Snapshot, is: (association: Association) => boolean) {
  return RouteTables?.find(({ Associations }) => Associations?.some((each) => isActive(each) && is(each)));
}

/** A subnet without a table of its own has the VPC's main one. */
function isMain({ Associations }: RouteTable): boolean {
  return Associations?.some((each) => each.Main === true && isActive(each)) ?? false;
}

/** Associations stay in the answer for a while after they are gone. */
function isActive({ AssociationState }: Association): boolean {
  return AssociationState?.State !== "disassociated" && AssociationState?.State !== "failed";
}
