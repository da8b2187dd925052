import { crossTransitGateway } from "./crossTransitGateway";
import { blocks } from "./finding";
import { type Hop, type Packet, stopsAt } from "./hop";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import { enterByVirtualPrivateGateway } from "./virtualPrivateGateway";

/** From outside of AWS: by a virtual private gateway, or by an attachment of a transit gateway. */
export function enterFromOutside(snapshot: Snapshot, gatewayId: string, packet: Packet): Hop {
  if (gatewayId.startsWith("vgw-")) {
    return enterByVirtualPrivateGateway(snapshot, gatewayId, packet);
  }
  const looked = lookUp(
    snapshot,
    "TransitGatewayAttachments",
    snapshot.TransitGatewayAttachments,
    gatewayId,
    (each) => each.TransitGatewayAttachmentId === gatewayId,
  );
  if ("unread" in looked) {
    return stopsAt("transitGateway", looked.unread);
  }
  const { TransitGatewayId, State } = looked.found;
  if (State !== undefined && State !== "available" && State !== "modifying") {
    const text = `${gatewayId} is ${State}, and only an available attachment carries.`;
    return stopsAt("transitGateway", blocks(gatewayId, text, { code: "BAD_STATE_ATTACHMENT" }));
  }
  return crossTransitGateway(snapshot, TransitGatewayId ?? "", gatewayId, {}, packet);
}
