import type { Filtered } from "./filtered";
import { type Finding, notice } from "./finding";
import type { Packet } from "./hop";
import { aclOf, judgeAcl } from "./networkAcl";
import { isRead } from "./read";
import type { Snapshot } from "./snapshot";

interface GatewaySubnet {
  readonly subnetId: string;
  readonly vpcId: string;
}

/**
 * The network ACL of a subnet by which a transit gateway is attached. What goes into the gateway is inbound to
 * it; what comes out is outbound, and not looked at where the receiver is in the same subnet.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function judgeIntoGateway(snapshot: Snapshot, subnet: GatewaySubnet, packet: Packet): Filtered {
  return judge(snapshot, subnet, packet, false);
}

export function judgeOutOfGateway(
  snapshot: Snapshot,
  subnet: GatewaySubnet,
  packet: Packet,
): Filtered | undefined {
  return packet.homes.includes(subnet.subnetId) ? undefined : judge(snapshot, subnet, packet, true);
}

function judge(snapshot: Snapshot, subnet: GatewaySubnet, packet: Packet, egress: boolean): Filtered {
  const { from, to, ports, open } = packet;
  if (isRead(snapshot, "NetworkAcls") && aclOf(snapshot, subnet.subnetId, subnet.vpcId) === undefined) {
    return { finding: notLooked(subnet.subnetId), open };
  }
  return judgeAcl(snapshot, { ...subnet, egress, peer: egress ? to : from, ports, open });
}

/** Nobody asks for the ACL of a subnet that holds nothing but an attachment. */
function notLooked(subnetId: string): Finding {
  return notice(subnetId, `The network ACL of the attachment's subnet ${subnetId} was not looked at.`);
}
