import { holds } from "./address";
import type { Packet } from "./hop";
import type { RouteVia } from "./mend";
import { interfacesWith } from "./networkInterface";
import type { Snapshot } from "./snapshot";
import { blocksOfVpc } from "./vpcBlocks";

/** What a route from a VPC to where a packet goes could lead over, where there is something. */
export function joining(
  snapshot: Snapshot,
  vpcId: string,
  { to, homeAttachment }: Packet,
): RouteVia | undefined {
  if (homeAttachment?.startsWith("vgw-")) {
    return { over: "gatewayId", id: homeAttachment };
  }
  const other = interfacesWith(snapshot.NetworkInterfaces ?? [], to).find(
    (each) => each.VpcId !== vpcId,
  )?.VpcId;
  const vpc = snapshot.Vpcs?.find(({ VpcId }) => VpcId === other);
  if (vpc === undefined && other !== undefined) {
    snapshot.Wanted?.({ list: "Vpcs", id: other, vpcId: other });
  }
  const block = vpc && blocksOfVpc(vpc).find((each) => holds(each, to));
  const whole = block === undefined ? {} : { block };
  const peering = snapshot.VpcPeeringConnections?.find(({ AccepterVpcInfo, RequesterVpcInfo }) => {
    const sides = [AccepterVpcInfo?.VpcId, RequesterVpcInfo?.VpcId];
    return other !== undefined && sides.includes(vpcId) && sides.includes(other);
  });
  if (peering?.VpcPeeringConnectionId) {
    return { over: "vpcPeeringConnectionId", id: peering.VpcPeeringConnectionId, ...whole };
  }
  if (other !== undefined) {
    snapshot.Wanted?.({ list: "VpcPeeringConnections", id: vpcId, of: other });
  }
  const gatewaysOf = (wanted: string | undefined) =>
    (snapshot.TransitGatewayVpcAttachments ?? [])
      .filter(({ VpcId }) => wanted !== undefined && VpcId === wanted)
      .flatMap(({ TransitGatewayId }) => TransitGatewayId ?? []);
  const common = gatewaysOf(vpcId).find((id) => gatewaysOf(other).includes(id));
  return common === undefined ? undefined : { over: "transitGatewayId", id: common, ...whole };
}
