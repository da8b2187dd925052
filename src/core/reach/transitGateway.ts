import { crossTransitGateway } from "./crossTransitGateway";
import { blocks, type Finding, passes } from "./finding";
import { judgeIntoGateway } from "./gatewaySubnetAcl";
import type { Found, Hop, Packet, Place } from "./hop";
import type { Entrance } from "./leaveTransitGateway";
import { lookUp, unread } from "./read";
import type { Snapshot } from "./snapshot";
import type { TransitGatewayVpcAttachment } from "./snapshotGateways";
import { attachmentProblem, subnetsInZone, zoneOf } from "./transitGatewayAttachment";
import { taken, type UsedRoute } from "./usedRoute";

/** Out of a VPC into a transit gateway, by the attachment's subnet in the zone that the packet comes from. */
export function enterTransitGateway(snapshot: Snapshot, place: Place, packet: Packet, route: UsedRoute): Hop {
  const gatewayId = route.target.id;
  const there = taken(route);
  const looked = lookUp(
    snapshot,
    "TransitGatewayVpcAttachments",
    snapshot.TransitGatewayVpcAttachments,
    gatewayId,
    ({ TransitGatewayId, VpcId, State }) =>
      TransitGatewayId === gatewayId && VpcId === place.vpcId && State !== "deleted",
    place.vpcId,
  );
  if ("unread" in looked) {
    return hop(there, [looked.unread], { found: [], next: { at: "unknown" } });
  }
  const id = looked.found.TransitGatewayAttachmentId ?? gatewayId;
  const door = findDoor(snapshot, place, packet, looked.found, id);
  if ("stop" in door) {
    const next = { at: door.stop.verdict === "blocks" ? "nowhere" : "unknown" } as const;
    return hop(there, [door.stop], { found: [], next });
  }
  const acl = judgeIntoGateway(snapshot, { subnetId: door.subnetId, vpcId: place.vpcId }, packet);
  const findings = [passes(id, `${id} has ${door.subnetId} in the zone that it comes from.`), acl.finding];
  if (acl.finding.verdict === "blocks") {
    return hop(there, findings, { found: [], next: { at: "nowhere" } });
  }
  const onward = { ...packet, open: acl.open };
  const across = crossTransitGateway(snapshot, gatewayId, id, door.entrance, onward);
  return hop(there, findings, { packet: onward, ...across });
}

function hop(route: Found, findings: readonly Finding[], rest: Hop): Hop {
  return {
    ...rest,
    found: [
      route,
      ...findings.map((finding) => ({ part: "transitGateway" as const, finding })),
      ...rest.found,
    ],
  };
}

type Door = { readonly subnetId: string; readonly entrance: Entrance } | { readonly stop: Finding };

/** A zone in which the attachment has no subnet does not reach the gateway, whatever its routes say. */
function findDoor(
  snapshot: Snapshot,
  place: Place,
  packet: Packet,
  attachment: TransitGatewayVpcAttachment,
  id: string,
): Door {
  const problem = attachmentProblem(attachment, packet);
  if (problem) {
    return { stop: problem };
  }
  const zone = place.at === "subnet" ? zoneOf(snapshot, place.subnetId) : undefined;
  const { inZone, unreadIds } = subnetsInZone(snapshot, attachment, zone);
  const [subnetId] = inZone;
  const [missing] = unreadIds;
  if (zone !== undefined && subnetId !== undefined) {
    return { subnetId, entrance: { attachment, zone } };
  }
  if (zone === undefined || missing !== undefined) {
    return { stop: { ...unread(snapshot, "Subnets", missing ?? id), resource: id } };
  }
  const text = `${id} has no subnet in ${zone.name}, so nothing in that zone reaches ${attachment.TransitGatewayId}.`;
  return { stop: blocks(id, text, { code: "TGW_ROUTE_AZ_RESTRICTION" }) };
}
