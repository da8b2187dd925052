import { addressText } from "./address";
import { crossSubnet } from "./crossSubnet";
import { blocks, type Finding, notice } from "./finding";
import type { Found, Hop, Packet, Place } from "./hop";
import { judgeGroups } from "./judgeGroups";
import { groupIdsOf, hasAddress, interfacesWith } from "./networkInterface";
import type { Peer } from "./peer";
import { lookUp } from "./read";
import type { References } from "./references";
import type { Snapshot } from "./snapshot";
import type { NetworkInterface } from "./snapshotNetwork";
import { taken, type UsedRoute } from "./usedRoute";

/** A middlebox: an interface that takes packets that are not for it, and sends them on from its own subnet. */
export function enterAppliance(snapshot: Snapshot, place: Place, packet: Packet, route: UsedRoute): Hop {
  const { id: targetId } = route.target;
  const there = taken(route, place.at === "gateway" ? "INGRESS_RTB_TRAFFIC_REDIRECTION" : undefined);
  const looked = lookUp(
    snapshot,
    "NetworkInterfaces",
    snapshot.NetworkInterfaces,
    targetId,
    (each) => each.NetworkInterfaceId === targetId || each.Attachment?.InstanceId === targetId,
  );
  if ("unread" in looked) {
    return { found: [there, inRoute(looked.unread)], next: { at: "unknown" } };
  }
  const { SubnetId: subnetId, VpcId: vpcId } = looked.found;
  if (vpcId !== undefined && hasAddress(looked.found, packet.to)) {
    return { found: [], next: { at: "vpc", vpcId, by: route.tableId, part: "route" } };
  }
  const id = looked.found.NetworkInterfaceId ?? targetId;
  const problem = problemOf(looked.found, id, packet);
  if (problem || subnetId === undefined || vpcId === undefined) {
    return { found: [there, ...(problem ? [inRoute(problem)] : [])], next: { at: "nowhere" } };
  }
  const inside = crossSubnet(snapshot, { subnetId, vpcId }, packet);
  const groups = judgeItsGroups(snapshot, looked.found, inside.packet, place);
  const software = notice(id, `Whether the appliance ${id} lets it through is its software's to say.`);
  const stops = inside.stops || groups.findings.some(({ verdict }) => verdict === "blocks");
  return {
    found: [there, ...inside.found, ...[...groups.findings, software].map(inRoute)],
    crossed: [{ by: "appliance", id }],
    packet: groups.packet,
    next: stops ? { at: "nowhere" } : { at: "subnet", subnetId, vpcId },
  };
}

function inRoute(finding: Finding): Found {
  return { part: "route", finding };
}

function problemOf(
  { SourceDestCheck, SubnetId, VpcId, Status }: NetworkInterface,
  id: string,
  { to }: Packet,
): Finding | undefined {
  if (SourceDestCheck !== false) {
    const text = `${id} checks source and destination, so it refuses what is for ${addressText(to)}.`;
    return blocks(id, text, { code: "ENI_SOURCE_DEST_CHECK_RESTRICTION" });
  }
  return SubnetId === undefined || VpcId === undefined || Status === "available"
    ? blocks(id, `${id} is attached to nothing.`, { code: "BAD_STATE_ATTACHMENT" })
    : undefined;
}

/** Its groups see the packet come in and go out, unless they know the connection from the way there. */
function judgeItsGroups(
  snapshot: Snapshot,
  appliance: NetworkInterface,
  packet: Packet,
  place: Place,
): { readonly findings: readonly Finding[]; readonly packet: Packet } {
  const groupIds = groupIdsOf(appliance);
  if (groupIds.length === 0 || packet.tracking.includes(appliance.NetworkInterfaceId ?? "")) {
    return { findings: [], packet };
  }
  const isFirst = place.at === "subnet" && packet.homes.includes(place.subnetId);
  const peerAt = (address: Packet["from"], isNext: boolean): Peer => {
    const peer = interfacesWith(snapshot.NetworkInterfaces ?? [], address).find(
      ({ VpcId }) => VpcId === appliance.VpcId,
    );
    return { address, groupIds: peer ? groupIdsOf(peer) : [], references: isNext ? direct : lost };
  };
  const { from, to, ports, open } = packet;
  const came = judgeGroups(snapshot, { groupIds, egress: false, peer: peerAt(from, isFirst), ports, open });
  const went = judgeGroups(snapshot, {
    groupIds,
    egress: true,
    peer: peerAt(to, true),
    ports,
    open: came.open,
  });
  return { findings: [came.finding, went.finding], packet: { ...packet, open: went.open } };
}

const direct: References = { carry: "yes" };
const lost: References = {
  carry: "no",
  code: "SG_REFERENCES_NOT_PRESERVED",
  why: "through another appliance references do not count",
};
