import { addressText, holds } from "./address";
import { blocks } from "./finding";
import { type Hop, type Packet, type Place, stopsAt } from "./hop";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import type { PeeredVpc } from "./snapshotGateways";
import { taken, type UsedRoute } from "./usedRoute";
import { blocksOfPeer } from "./vpcBlocks";

/** A peering connection carries while it is active, and between its two VPCs only: it is not transitive. */
export function enterPeering(snapshot: Snapshot, place: Place, { to }: Packet, route: UsedRoute): Hop {
  const { id } = route.target;
  const looked = lookUp(
    snapshot,
    "VpcPeeringConnections",
    snapshot.VpcPeeringConnections,
    id,
    (each) => each.VpcPeeringConnectionId === id,
  );
  const routed = taken(route);
  if ("unread" in looked) {
    return { found: [routed, { part: "peering", finding: looked.unread }], next: { at: "unknown" } };
  }
  const { Status, AccepterVpcInfo, RequesterVpcInfo } = looked.found;
  const code = Status?.Code ?? "unknown";
  const stop = (text: string, explanation: string): Hop => {
    const stopped = stopsAt("peering", blocks(id, text, { code: explanation }));
    return { ...stopped, found: [routed, ...stopped.found] };
  };
  if (code !== "active") {
    return stop(`${id} is ${code}, and only an active peering connection carries.`, "BAD_STATE_ATTACHMENT");
  }
  const sides = [AccepterVpcInfo, RequesterVpcInfo];
  const here = sides.find((side) => side?.VpcId === place.vpcId);
  const peer = sides.find((side) => side !== here && side?.VpcId !== undefined);
  if (here === undefined || peer?.VpcId === undefined) {
    return stop(`${id} does not join ${place.vpcId} to another VPC.`, "DISCONNECTED_VPCS");
  }
  const ofPeer = blocksOfPeer(peer);
  if (ofPeer.some((block) => holds(block, to)) || !tells(ofPeer, to)) {
    return {
      found: [routed],
      crossed: [{ by: "peering", id, sameRegion: isSameRegion(here, peer) }],
      next: { at: "vpc", vpcId: peer.VpcId, by: id, part: "peering" },
    };
  }
  return stop(
    `${addressText(to)} is in none of the blocks of ${peer.VpcId}, and ${id} goes no further.`,
    "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
  );
}

/** Often only one's own side is filled in. Blocks of the other family say nothing about this one. */
function tells(blocksOfSide: readonly string[], { family }: Packet["to"]): boolean {
  return blocksOfSide.some((block) => block.includes(":") === (family === 6));
}

function isSameRegion(a: PeeredVpc, b: PeeredVpc): boolean {
  return a.Region === undefined || b.Region === undefined || a.Region === b.Region;
}
