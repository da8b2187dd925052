import type { Found, Packet } from "./hop";
import { judgeAcl } from "./networkAcl";
import type { Snapshot } from "./snapshot";

export interface Subnetwork {
  readonly subnetId: string;
  readonly vpcId: string;
}

/**
 * Through a subnet between the two ends: its network ACL sees the packet come in and go out again. The ACLs of
 * the subnets at the ends are steps of their own.
 */
export function crossSubnet(
  snapshot: Snapshot,
  { subnetId, vpcId }: Subnetwork,
  packet: Packet,
): { readonly found: readonly Found[]; readonly packet: Packet; readonly stops: boolean } {
  if (packet.homes.includes(subnetId)) {
    return { found: [], packet, stops: false };
  }
  const question = { subnetId, vpcId, ports: packet.ports };
  const came = judgeAcl(snapshot, { ...question, egress: false, peer: packet.from, open: packet.open });
  const went = judgeAcl(snapshot, { ...question, egress: true, peer: packet.to, open: came.open });
  const findings = [came.finding, went.finding];
  return {
    found: findings.map((finding) => ({ part: "route", finding })),
    packet: { ...packet, open: went.open },
    stops: findings.some(({ verdict }) => verdict === "blocks"),
  };
}
