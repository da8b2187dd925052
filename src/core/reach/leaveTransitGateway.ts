import { type Finding, passes, unknown } from "./finding";
import { findRoute } from "./findRoute";
import { judgeOutOfGateway } from "./gatewaySubnetAcl";
import { type Crossing, type Hop, type Packet, stopsAt } from "./hop";
import type { AclAnswer } from "./networkAcl";
import { lookUp } from "./read";
import { tableOf } from "./routeTable";
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
  const vpcId = attachment.VpcId ?? "";
  const problem = attachmentProblem(attachment, packet);
  if (problem) {
    return stopsAt("transitGateway", problem);
  }
  const exits = exitsOf(snapshot, attachment, entrance).map((subnetId) =>
    exit(snapshot, subnetId, vpcId, packet),
  );
  const [first, ...others] = exits;
  if (
    first === undefined ||
    others.some((other) => other.routedTo !== first.routedTo || !agree(other, first))
  ) {
    return stopsAt("transitGateway", depends(out.id));
  }
  const crossing: Crossing = {
    by: "transitGateway",
    id: gatewayId,
    support: supportOf(snapshot, gatewayId, [entrance.attachment, attachment]),
    arrivesBy: exits.map(({ subnetId }) => subnetId),
  };
  const findings = first.acl ? [first.acl.finding] : [];
  const isStopped = findings.some(({ verdict }) => verdict === "blocks");
  return {
    found: [passes(out.id, `${out.id} brings it into ${vpcId}.`), ...findings].map((finding) => ({
      part: "transitGateway",
      finding,
    })),
    crossed: [crossing],
    packet: { ...packet, open: first.acl?.open ?? packet.open },
    next: isStopped
      ? { at: "nowhere" }
      : { at: "subnet", subnetId: first.subnetId, vpcId, attachmentId: out.id },
  };
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

interface Exit {
  readonly subnetId: string;
  readonly acl: AclAnswer | undefined;
  readonly routedTo: string;
}

function exit(snapshot: Snapshot, subnetId: string, vpcId: string, packet: Packet): Exit {
  const table = tableOf(snapshot, { at: "subnet", subnetId, vpcId });
  const answer = table ? findRoute(snapshot, table, packet.to) : undefined;
  const routedTo =
    answer === undefined
      ? "local"
      : answer.is === "route"
        ? answer.best.target.id
        : (table?.RouteTableId ?? "");
  return { subnetId, acl: judgeOutOfGateway(snapshot, { subnetId, vpcId }, packet), routedTo };
}

function agree({ acl: a }: Exit, { acl: b }: Exit): boolean {
  const verdict = (acl: AclAnswer | undefined) =>
    acl === undefined || acl.finding.verdict === "notice" ? "passes" : acl.finding.verdict;
  return verdict(a) === verdict(b) && verdict(a) !== "unknown";
}

function depends(id: string): Finding {
  return unknown(
    id,
    `By which subnet of ${id} it comes in is not known, and they do not do the same with it.`,
  );
}
