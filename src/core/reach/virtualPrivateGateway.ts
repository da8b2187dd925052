import { addressText, holds } from "./address";
import { blocks, type Finding, notice, unknown } from "./finding";
import { type Hop, type Packet, stopsAt } from "./hop";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import type { VpnConnection } from "./snapshotGateways";
import { taken, type UsedRoute } from "./usedRoute";

/** From on premises, by VPN or Direct Connect, into the VPC that the gateway is attached to, and no other. */
export function enterByVirtualPrivateGateway(snapshot: Snapshot, gatewayId: string, packet: Packet): Hop {
  const looked = lookUp(
    snapshot,
    "VpnGateways",
    snapshot.VpnGateways,
    gatewayId,
    (each) => each.VpnGatewayId === gatewayId,
  );
  if ("unread" in looked) {
    return stopsAt("virtualPrivateGateway", looked.unread);
  }
  const attachment = looked.found.VpcAttachments?.find(
    ({ State }) => State === "attached" || State === undefined,
  );
  const vpcId = attachment?.VpcId;
  return vpcId === undefined
    ? stopsAt(
        "virtualPrivateGateway",
        blocks(gatewayId, `${gatewayId} is attached to no VPC.`, { code: "BAD_STATE_ATTACHMENT" }),
      )
    : {
        found: vpnNotices(snapshot, gatewayId, packet).map((finding) => ({
          part: "virtualPrivateGateway",
          finding,
        })),
        next: { at: "gateway", gatewayId, vpcId },
      };
}

export function leaveByVirtualPrivateGateway(route: UsedRoute): Hop {
  return { found: [taken(route)], next: { at: "outside", ids: [route.target.id] } };
}

/** What a packet for an address inside AWS does on premises is not for AWS to tell. */
export function lostOnPremises(gatewayIds: readonly string[], { to }: Packet): Finding {
  const [id = ""] = gatewayIds;
  return unknown(
    id,
    `${id} takes what is for ${addressText(to)} out of AWS, and whether it comes back from there is not known.`,
    { code: "UNSUPPORTED_COMPONENT" },
  );
}

/** What the VPN connections of a gateway say of the way to an address. Direct Connect may serve it all the same. */
function vpnNotices(snapshot: Snapshot, gatewayId: string, { from }: Packet): readonly Finding[] {
  if (snapshot.VpnConnections === undefined) {
    snapshot.Wanted?.({ list: "VpnConnections", id: gatewayId });
  }
  return (snapshot.VpnConnections ?? [])
    .filter(({ VpnGatewayId, State }) => VpnGatewayId === gatewayId && State !== "deleted")
    .flatMap((vpn) => {
      const id = vpn.VpnConnectionId ?? gatewayId;
      return [
        ...(hasNoTunnel(vpn) ? [notice(id, `No tunnel of ${id} is up.`)] : []),
        ...(hasNoRoute(vpn, from) ? [notice(id, `${id} has no static route for ${addressText(from)}.`)] : []),
      ];
    });
}

function hasNoTunnel({ VgwTelemetry }: VpnConnection): boolean {
  return VgwTelemetry !== undefined && !VgwTelemetry.some(({ Status }) => Status === "UP");
}

function hasNoRoute({ Options, Routes }: VpnConnection, address: Packet["from"]): boolean {
  return (
    Options?.StaticRoutesOnly === true &&
    !(Routes ?? []).some(({ DestinationCidrBlock }) => holds(DestinationCidrBlock, address))
  );
}
