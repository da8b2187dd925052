import { addressText } from "./address";
import { crossSubnet } from "./crossSubnet";
import { blocks, type Finding, notice, passes } from "./finding";
import type { Hop, Packet, Place, UsedRoute } from "./hop";
import { judgeGroups } from "./judgeGroups";
import { groupIdsOf, interfacesWith } from "./networkInterface";
import type { Peer } from "./peer";
import { lookUp } from "./read";
import type { References } from "./references";
import type { Snapshot } from "./snapshot";
import type { NetworkInterface } from "./snapshotNetwork";

/** A middlebox: an interface that takes packets that are not for it, and sends them on from its own subnet. */
export function enterAppliance(snapshot: Snapshot, packet: Packet, route: UsedRoute, place: Place): Hop {
  const looked = lookUp(
    snapshot,
    "NetworkInterfaces",
    snapshot.NetworkInterfaces,
    route.targetId,
    (each) => each.NetworkInterfaceId === route.targetId || each.Attachment?.InstanceId === route.targetId,
  );
  const isRedirected = place.at === "gateway";
  const there = passes(
    route.tableId,
    `${route.block} in ${route.tableId} goes to the appliance ${route.targetId}.`,
    {
      ...(isRedirected ? { code: "INGRESS_RTB_TRAFFIC_REDIRECTION" } : {}),
    },
  );
  const stop = (finding: Finding, next: Hop["next"]): Hop => ({
    found: [there, finding].map((each) => ({ part: "route", finding: each })),
    next,
  });
  if ("unread" in looked) {
    return stop(looked.unread, { at: "unknown" });
  }
  const appliance = looked.found;
  const id = appliance.NetworkInterfaceId ?? route.targetId;
  const { SubnetId, VpcId } = appliance;
  if (appliance.SourceDestCheck !== false) {
    const text = `${id} checks source and destination, so it refuses what is for ${addressText(packet.to)}.`;
    return stop(blocks(id, text, { code: "ENI_SOURCE_DEST_CHECK_RESTRICTION" }), { at: "nowhere" });
  }
  if (SubnetId === undefined || VpcId === undefined || appliance.Status === "available") {
    return stop(blocks(id, `${id} is attached to nothing.`, { code: "BAD_STATE_ATTACHMENT" }), {
      at: "nowhere",
    });
  }
  const subnet = { subnetId: SubnetId, vpcId: VpcId };
  const inside = crossSubnet(snapshot, subnet, packet);
  const groups = judgeItsGroups(snapshot, appliance, inside.packet, place);
  const software = notice(id, `Whether the appliance ${id} lets it through is its software's to say.`);
  const stops = inside.stops || groups.findings.some(({ verdict }) => verdict === "blocks");
  return {
    found: [
      { part: "route", finding: there },
      ...inside.found,
      ...[...groups.findings, software].map((finding) => ({ part: "route" as const, finding })),
    ],
    crossed: [{ by: "appliance", id }],
    packet: groups.packet,
    next: stops ? { at: "nowhere" } : { at: "subnet", ...subnet },
  };
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
