import { addressText } from "./address";
import type { Destination } from "./destination";
import type { Filtered } from "./filtered";
import { blocks, type Finding, notice, passes } from "./finding";
import type { Crossing, End, Found, Packet, Trace } from "./hop";
import { judgeAcl } from "./networkAcl";
import { ephemeralPorts } from "./portSet";
import { trace } from "./trace";
import { lostOnPremises } from "./virtualPrivateGateway";
import type { Sender, WayThere } from "./wayThere";

/** The way of the replies. Groups let them pass, network ACLs and routes know nothing of what they answer. */
export interface WayBack {
  readonly destinationAcl: Filtered;
  readonly trace: Trace;
  /** What the routes and gateways do, and whether that is the way home. */
  readonly found: readonly Found[];
}

export function wayBack(there: WayThere, destination: Destination, seenAs: WayThere["to"]): WayBack {
  const { snapshot, source, to } = there;
  const { subnetId, vpcId } = destination;
  const ports = ephemeralPorts;
  const destinationAcl = judgeAcl(snapshot, {
    subnetId,
    vpcId,
    egress: true,
    peer: seenAs,
    ports,
    open: ports,
  });
  const packet: Packet = {
    direction: "back",
    from: to,
    to: seenAs,
    ports,
    open: destinationAcl.open,
    homes: [subnetId, ...(source.is === "interface" ? [source.subnetId] : [])],
    tracking: there.trace.crossed.flatMap((each) => (each.by === "appliance" ? each.id : [])),
    ...(source.is === "outside" ? { homeAttachment: source.gatewayId } : {}),
  };
  const first = trace(snapshot, { at: "subnet", subnetId, vpcId }, packet);
  const nat = there.trace.crossed.findLast((each) => each.by === "natGateway");
  const isAtNat = nat !== undefined && first.end.at === "vpc" && first.end.vpcId === nat.vpcId;
  const last = isAtNat ? fromNatGateway(there, nat, first) : first;
  const found = [
    ...last.found,
    ...homecoming(source, last.packet, last.end),
    ...asymmetry(there.trace.crossed, last.crossed),
  ];
  return { destinationAcl, trace: last, found };
}

/** A NAT gateway puts the client's own address and port in again, and sends the reply on from its subnet. */
function fromNatGateway(there: WayThere, nat: Crossing & { readonly by: "natGateway" }, first: Trace): Trace {
  const { snapshot, source } = there;
  const { subnetId, vpcId } = nat;
  const { from, ports, open, homes } = first.packet;
  const question = { subnetId, vpcId, ports };
  const isHome = homes.includes(subnetId);
  const came = judgeAcl(snapshot, { ...question, egress: false, peer: from, open });
  const went = judgeAcl(snapshot, { ...question, egress: true, peer: source.address, open: ports });
  const onward = { ...first.packet, to: source.address, open: isHome ? ports : went.open };
  const rest = trace(snapshot, { at: "subnet", subnetId, vpcId }, onward);
  const acls = isHome ? [] : [came.finding, went.finding];
  return {
    ...rest,
    found: [...first.found, ...acls.map((finding) => ({ part: "route" as const, finding })), ...rest.found],
    crossed: [...first.crossed, ...rest.crossed],
  };
}

/** Whether the end of the way back is where the connection came from. */
function homecoming(source: Sender, packet: Packet, end: End): readonly Found[] {
  const route = (finding: Finding): readonly Found[] => [{ part: "route", finding }];
  if (end.at === "outside") {
    if (source.is === "outside" && end.ids.includes(source.gatewayId)) {
      return route(
        passes(source.gatewayId, `${source.gatewayId} takes it out to ${addressText(packet.to)}.`),
      );
    }
    return route(lostOnPremises(end.ids, packet));
  }
  if (end.at !== "vpc" || (source.is !== "outside" && source.vpcId === end.vpcId)) {
    return [];
  }
  const text = `${end.by} hands replies to ${addressText(packet.to)} in ${end.vpcId}, where the source is not.`;
  return route(blocks(end.by, text, { code: "DISCONNECTED_VPCS" }));
}

/**
 * An appliance that sees one half of a connection may drop it. Between transit gateways that is a matter of
 * zones: without appliance mode the two halves come in by different ones.
 */
function asymmetry(there: readonly Crossing[], back: readonly Crossing[]): readonly Found[] {
  const appliancesOf = (crossed: readonly Crossing[]) =>
    crossed.flatMap((each) => (each.by === "appliance" ? each.id : []));
  const [one, other] = [appliancesOf(there), appliancesOf(back)];
  const odd = [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
  const isOverGateway = [...there, ...back].some(({ by }) => by === "transitGateway");
  return odd.map((id) => ({
    part: "route",
    finding: notice(
      id,
      `Only one direction of the connection passes the appliance ${id}, which may drop what it saw no start of.`,
      isOverGateway && one.length > 0 && other.length > 0 ? { code: "TGW_ATTACH_VPC_AZ_RESTRICTION" } : {},
    ),
  }));
}
