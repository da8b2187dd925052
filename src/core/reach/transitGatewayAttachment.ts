import { blocks, type Finding } from "./finding";
import type { Packet, Support } from "./hop";
import { isRead } from "./read";
import { actions, type Snapshot } from "./snapshot";
import type { TransitGatewayVpcAttachment } from "./snapshotGateways";

/** An Availability Zone. Names differ between accounts, ids do not. */
export interface Zone {
  readonly name: string;
  readonly id?: string;
}

export function zoneOf({ Subnets }: Snapshot, subnetId: string): Zone | undefined {
  const subnet = Subnets?.find(({ SubnetId }) => SubnetId === subnetId);
  const name = subnet?.AvailabilityZone ?? subnet?.AvailabilityZoneId;
  const id = subnet?.AvailabilityZoneId;
  return name === undefined ? undefined : { name, ...(id === undefined ? {} : { id }) };
}

/** An attachment's subnets in a zone, and those whose zone is not known. */
export function subnetsInZone(
  snapshot: Snapshot,
  { SubnetIds, VpcId }: TransitGatewayVpcAttachment,
  zone: Zone | undefined,
): { readonly inZone: readonly string[]; readonly unreadIds: readonly string[] } {
  const all = (SubnetIds ?? []).map((subnetId) => ({ subnetId, zone: zoneOf(snapshot, subnetId) }));
  const unreadIds = all.flatMap((each) => (each.zone === undefined ? each.subnetId : []));
  for (const id of unreadIds) {
    snapshot.Wanted?.({ list: "Subnets", id, vpcId: VpcId });
  }
  return {
    inZone: all.flatMap((each) => (zone && each.zone && isSameZone(each.zone, zone) ? each.subnetId : [])),
    unreadIds,
  };
}

/** What keeps an attachment from carrying a packet, in either direction. */
export function attachmentProblem(
  { TransitGatewayAttachmentId, State, Options }: TransitGatewayVpcAttachment,
  { to }: Packet,
): Finding | undefined {
  const id = TransitGatewayAttachmentId ?? "";
  if (State !== undefined && State !== "available" && State !== "modifying") {
    return blocks(id, `${id} is ${State}, and only an available attachment carries.`, {
      code: "BAD_STATE_ATTACHMENT",
    });
  }
  return to.family === 6 && Options?.Ipv6Support !== "enable"
    ? blocks(id, `IPv6 support is off at ${id}, as it is by default.`)
    : undefined;
}

/** Whether the gateway, and the attachments at both ends, hand on whose a packet is. */
export function supportOf(
  snapshot: Snapshot,
  gatewayId: string,
  attachments: readonly (TransitGatewayVpcAttachment | undefined)[],
): Support {
  const off = attachments.find((each) => each && each.Options?.SecurityGroupReferencingSupport !== "enable");
  if (off) {
    return { answer: "off", at: off.TransitGatewayAttachmentId ?? gatewayId };
  }
  const gateway = snapshot.TransitGateways?.find(({ TransitGatewayId }) => TransitGatewayId === gatewayId);
  if (gateway === undefined) {
    snapshot.Wanted?.({ list: "TransitGateways", id: gatewayId });
  }
  if (gateway === undefined && !isRead(snapshot, "TransitGateways")) {
    return { answer: "unknown", action: actions.TransitGateways };
  }
  return gateway?.Options?.SecurityGroupReferencingSupport === "enable"
    ? { answer: "on" }
    : { answer: "off", at: gatewayId };
}

function isSameZone(a: Zone, b: Zone): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.name === b.name;
}
