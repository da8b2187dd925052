import { addressText, isPrivate } from "./address";
import { blocks } from "./finding";
import type { MatchingRoute } from "./findRoute";
import { type Hop, type Packet, type Place, stopsAt, type UsedRoute } from "./hop";
import type { Snapshot } from "./snapshot";

/** The internet leads to no cache and back to none: a cache has no public address, and no rule gives it one. */
export function leaveByInternetGateway(
  snapshot: Snapshot,
  place: Place,
  packet: Packet,
  { tableId, block, targetId }: UsedRoute,
  best: MatchingRoute,
  beaten: readonly MatchingRoute[],
): Hop {
  const better = beaten.find(({ target }) => target.kind !== "internetGateway");
  const address = addressText(packet.to);
  const text = better
    ? `${block} in ${tableId} sends ${address} to ${targetId}, before ${better.block} could send it to ${better.target.id}.`
    : `${block} in ${tableId} sends ${address} to ${targetId}, and the internet does not lead there.`;
  return stopsAt("route", blocks(tableId, text, { code: codeOf(snapshot, place, packet, best, better) }));
}

function codeOf(
  snapshot: Snapshot,
  place: Place,
  { to, direction }: Packet,
  best: MatchingRoute,
  better: MatchingRoute | undefined,
): string {
  if (better) {
    return better.prefix < best.prefix ? "MORE_SPECIFIC_ROUTE" : "HIGHER_PRIORITY_ROUTE";
  }
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
