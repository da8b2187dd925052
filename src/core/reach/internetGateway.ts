import { addressText, isPrivate } from "./address";
import { blocks } from "./finding";
import { type Hop, type Packet, type Place, stopsAt } from "./hop";
import type { Snapshot } from "./snapshot";
import type { MatchingRoute, UsedRoute } from "./usedRoute";

/** The internet leads to no cache and back to none: a cache has no public address, and no rule gives it one. */
export function leaveByInternetGateway(
  snapshot: Snapshot,
  place: Place,
  packet: Packet,
  route: UsedRoute,
): Hop {
  const { tableId, block, target, beaten } = route;
  const better = beaten.find((each) => each.target.kind !== "internetGateway");
  const sends = `${block} in ${tableId} sends ${addressText(packet.to)} to ${target.id}`;
  const text = better
    ? `${sends}, before ${better.block} could send it to ${better.target.id}.`
    : `${sends}, and the internet does not lead there.`;
  const code = better ? codeOfBeaten(route, better) : codeOf(snapshot, place, packet);
  return stopsAt("route", blocks(tableId, text, { code }));
}

function codeOfBeaten(route: UsedRoute, better: MatchingRoute): string {
  return better.prefix < route.prefix ? "MORE_SPECIFIC_ROUTE" : "HIGHER_PRIORITY_ROUTE";
}

function codeOf(snapshot: Snapshot, place: Place, { to, direction }: Packet): string {
  if (isAccessBlocked(snapshot, place)) {
    return "VPC_BLOCK_PUBLIC_ACCESS_ENABLED";
  }
  if (isPrivate(to)) {
    return "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
  }
  return direction === "there" ? "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS" : "NO_ROUTE_TO_DESTINATION";
}

/** Block Public Access may stop what comes in only, or both directions. */
function isAccessBlocked(snapshot: Snapshot, place: Place): boolean {
  const subnet = snapshot.Subnets?.find(
    ({ SubnetId }) => place.at === "subnet" && SubnetId === place.subnetId,
  );
  const vpc = snapshot.Vpcs?.find(({ VpcId }) => VpcId === place.vpcId);
  const state = subnet?.BlockPublicAccessStates ?? vpc?.BlockPublicAccessStates;
  return state?.InternetGatewayBlockMode === "block-bidirectional";
}
