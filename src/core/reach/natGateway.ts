import { addressOf, addressText } from "./address";
import { crossSubnet } from "./crossSubnet";
import { blocks, type Finding, passes, unknown } from "./finding";
import type { Hop, Packet } from "./hop";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import { taken, type UsedRoute } from "./usedRoute";

/** A NAT gateway sends the packet on from its own subnet, with its own address as the source. */
export function enterNatGateway(snapshot: Snapshot, packet: Packet, route: UsedRoute): Hop {
  const { id } = route.target;
  const looked = lookUp(
    snapshot,
    "NatGateways",
    snapshot.NatGateways,
    id,
    (each) => each.NatGatewayId === id,
  );
  const there = taken(route);
  const stop = (finding: Finding, next: Hop["next"]): Hop => ({
    found: [there, { part: "route", finding }],
    next,
  });
  if ("unread" in looked) {
    return stop(looked.unread, { at: "unknown", translated: true });
  }
  const { State, SubnetId, VpcId, NatGatewayAddresses } = looked.found;
  if (State !== undefined && State !== "available") {
    return stop(blocks(id, `${id} is ${State}.`, { code: "BAD_STATE_ROUTE" }), { at: "nowhere" });
  }
  const own = [...(NatGatewayAddresses ?? [])].sort((a, b) => Number(b.IsPrimary) - Number(a.IsPrimary))[0];
  const address = addressOf(own?.PrivateIp ?? "");
  if (SubnetId === undefined || VpcId === undefined || address?.family !== packet.to.family) {
    const text = `What ${id} makes of the packet is not known: it has no address for it.`;
    return stop(unknown(id, text, { code: "UNSUPPORTED_COMPONENT" }), { at: "unknown", translated: true });
  }
  const subnet = { subnetId: SubnetId, vpcId: VpcId };
  const inside = crossSubnet(snapshot, subnet, packet);
  const text = `${id} sends it on as ${addressText(address)}, from ${SubnetId}.`;
  return {
    found: [
      there,
      ...inside.found,
      { part: "route", finding: passes(id, text, { code: "NGW_SOURCE_ADDRESS_REASSIGN" }) },
    ],
    crossed: [{ by: "natGateway", id, ...subnet, address }],
    packet: { ...inside.packet, from: address },
    next: inside.stops ? { at: "nowhere" } : { at: "subnet", ...subnet },
  };
}
