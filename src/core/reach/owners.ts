import { groupIdsOf } from "./networkInterface";
import type { Snapshot, Wish } from "./snapshot";

/** Whose something is: another account's objects are read with its own credentials, in its own region. */
export interface Owner {
  readonly accountId: string;
  readonly region?: string | undefined;
}

/** The VPC that something wished for is in, as far as what was read tells. */
export function vpcOfWish(snapshot: Snapshot, { list, id, vpcId }: Wish): string | undefined {
  if (vpcId !== undefined) {
    return vpcId;
  }
  const interfaces = snapshot.NetworkInterfaces ?? [];
  switch (list) {
    case "SecurityGroups":
      return interfaces.find((each) => groupIdsOf(each).includes(id))?.VpcId;
    case "Reservations":
      return interfaces.find(({ Attachment }) => Attachment?.InstanceId === id)?.VpcId;
    case "TransitGatewayAttachments":
      return snapshot.TransitGatewayVpcAttachments?.find((each) => each.TransitGatewayAttachmentId === id)
        ?.VpcId;
    default:
      return undefined;
  }
}

/** Who owns what was wished for; `undefined` where nothing tells, which is taken for one's own. */
export function ownerOfWish(snapshot: Snapshot, wish: Wish): Owner | undefined {
  if (wish.list === "TransitGatewayRoutes") {
    const accountId = snapshot.TransitGatewayAttachments?.find(
      ({ Association }) => Association?.TransitGatewayRouteTableId === wish.id,
    )?.TransitGatewayOwnerId;
    return accountId === undefined ? undefined : { accountId };
  }
  return ownerOfVpc(snapshot, vpcOfWish(snapshot, wish));
}

export function ownerOfVpc(snapshot: Snapshot, vpcId: string | undefined): Owner | undefined {
  const peer = snapshot.VpcPeeringConnections?.flatMap((each) => [
    each.AccepterVpcInfo,
    each.RequesterVpcInfo,
  ]).find((side) => side?.VpcId !== undefined && side.VpcId === vpcId && side.OwnerId !== undefined);
  const attached = snapshot.TransitGatewayVpcAttachments?.find((each) => each.VpcId === vpcId);
  const accountId = peer?.OwnerId ?? attached?.VpcOwnerId;
  return accountId === undefined ? undefined : { accountId, region: peer?.Region };
}
