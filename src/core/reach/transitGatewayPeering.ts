import { blocks, type Finding, passes } from "./finding";
import { lookUp, unread } from "./read";
import type { Snapshot } from "./snapshot";

export type Peered =
  | { readonly finding: Finding; readonly gatewayId: string; readonly attachmentId: string }
  | { readonly finding: Finding; readonly stops: "nowhere" | "unknown" };

/** Over the peering of two transit gateways, to the attachment that it is at the other one. */
export function crossGatewayPeering(snapshot: Snapshot, gatewayId: string, id: string): Peered {
  const looked = lookUp(
    snapshot,
    "TransitGatewayPeeringAttachments",
    snapshot.TransitGatewayPeeringAttachments,
    id,
    (each) => each.TransitGatewayAttachmentId === id || each.AccepterTransitGatewayAttachmentId === id,
  );
  if ("unread" in looked) {
    return { finding: looked.unread, stops: "unknown" };
  }
  const { State, RequesterTgwInfo, AccepterTgwInfo } = looked.found;
  if (State !== undefined && State !== "available" && State !== "modifying") {
    const text = `${id} is ${State}, and only an available attachment carries.`;
    return { finding: blocks(id, text, { code: "BAD_STATE_ATTACHMENT" }), stops: "nowhere" };
  }
  const sides = [RequesterTgwInfo?.TransitGatewayId, AccepterTgwInfo?.TransitGatewayId];
  const other = sides.find((side) => side !== undefined && side !== gatewayId);
  const ids = [id, looked.found.AccepterTransitGatewayAttachmentId, looked.found.TransitGatewayAttachmentId];
  const there = snapshot.TransitGatewayAttachments?.find(
    (each) => each.TransitGatewayId === other && ids.includes(each.TransitGatewayAttachmentId),
  );
  const attachmentId = there?.TransitGatewayAttachmentId;
  if (other !== undefined && attachmentId === undefined) {
    snapshot.Wanted?.({ list: "TransitGatewayAttachments", id: other });
  }
  if (other === undefined || attachmentId === undefined) {
    return {
      finding: { ...unread(snapshot, "TransitGatewayAttachments", other ?? id), resource: id },
      stops: "unknown",
    };
  }
  return { finding: passes(id, `${id} joins ${gatewayId} to ${other}.`), gatewayId: other, attachmentId };
}
