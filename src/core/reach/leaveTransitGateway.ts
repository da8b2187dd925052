import { passes } from "./finding";
import { judgeOutOfGateway } from "./gatewaySubnetAcl";
import { type Crossing, type Hop, type Packet, stopsAt } from "./hop";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import type { TransitGatewayVpcAttachment } from "./snapshotGateways";
import { attachmentProblem, subnetsInZone, supportOf, type Zone } from "./transitGatewayAttachment";
import type { WayOut } from "./transitGatewayRoute";

/** How a packet came into the gateways. */
export interface Entrance {
  readonly attachment?: TransitGatewayVpcAttachment;
  readonly zone?: Zone;
}

/** Out of a transit gateway: into a VPC, by one of the attachment's subnets, or out of AWS. */
export function leaveTransitGateway(
  snapshot: Snapshot,
  gatewayId: string,
  out: WayOut,
  entrance: Entrance,
  packet: Packet,
): Hop {
  if (out.type !== "vpc" || out.id === packet.homeAttachment) {
    return { found: [], next: { at: "outside", ids: out.ids } };
  }
  const looked = lookUp(
    snapshot,
    "TransitGatewayVpcAttachments",
    snapshot.TransitGatewayVpcAttachments,
    out.id,
    (each) => each.TransitGatewayAttachmentId === out.id,
  );
  if ("unread" in looked) {
    return stopsAt("transitGateway", looked.unread);
  }
  const attachment = looked.found;
  const problem = attachmentProblem(attachment, packet);
  if (problem) {
    return stopsAt("transitGateway", problem);
  }
  const arrivesBy = exitsOf(snapshot, attachment, entrance);
  const crossing: Crossing = {
    by: "transitGateway",
    id: gatewayId,
    support: supportOf(snapshot, gatewayId, [entrance.attachment, attachment]),
    arrivesBy,
  };
  const hops = arrivesBy.map((subnetId) => exit(snapshot, attachment, subnetId, crossing, packet));
  const [first, another] = hops;
  return first && !another
    ? first
    : { found: [], next: { at: "oneOf", by: out.id, part: "transitGateway", hops } };
}

/** A gateway keeps to the zone that a packet came from, where it can; in appliance mode it takes any. */
function exitsOf(
  snapshot: Snapshot,
  attachment: TransitGatewayVpcAttachment,
  { zone }: Entrance,
): readonly string[] {
  const { inZone } = subnetsInZone(snapshot, attachment, zone);
  const isAny = attachment.Options?.ApplianceModeSupport === "enable" || inZone.length === 0;
  return isAny ? (attachment.SubnetIds ?? []) : inZone;
}

function exit(
  snapshot: Snapshot,
  attachment: TransitGatewayVpcAttachment,
  subnetId: string,
  crossing: Crossing,
  packet: Packet,
): Hop {
  const { TransitGatewayAttachmentId: attachmentId = "", VpcId: vpcId = "" } = attachment;
  const acl = judgeOutOfGateway(snapshot, { subnetId, vpcId }, packet);
  const brought = passes(attachmentId, `${attachmentId} brings it into ${vpcId} by ${subnetId}.`);
  return {
    found: [brought, ...(acl ? [acl.finding] : [])].map((finding) => ({ part: "transitGateway", finding })),
    crossed: [crossing],
    packet: { ...packet, open: acl?.open ?? packet.open },
    next:
      acl?.finding.verdict === "blocks" ? { at: "nowhere" } : { at: "subnet", subnetId, vpcId, attachmentId },
  };
}
