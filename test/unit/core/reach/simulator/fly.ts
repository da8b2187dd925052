import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { Route } from "../../../../../src/core/reach/snapshotNetwork";
import { aclLets, type Fate, fail, groupsLet, inList, type Passed } from "./filters";
import { isIn } from "./numbers";

export type { Fate };

export interface Flight {
  readonly net: Snapshot;
  readonly src: string;
  readonly dst: string;
  readonly ports: readonly number[];
  /** Subnets whose ACLs are looked at elsewhere. */
  readonly homes: readonly (string | undefined)[];
  /** Appliances that know the connection. */
  readonly seen: readonly string[];
  /** The gateway that a packet from outside comes in by. */
  readonly gateway?: string | undefined;
  /** The gateway that it is to go home by. */
  readonly home?: string | undefined;
}

export interface Landing {
  /** `home`: in a VPC where somebody has the address; `out`: out of AWS. */
  readonly fate: "home" | "out" | "drop" | "?";
  readonly vpc?: string | undefined;
  readonly via: readonly Passed[];
  readonly arrivesBy: readonly string[];
  readonly src: string;
  /** It may be dropped all the same, by another subnet that it may come in by. */
  readonly doubt?: boolean;
}

interface Spot {
  readonly SubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
}

/** Where a packet lands. It starts at an interface, or at the gateway that it comes in by. */
export function fly(flight: Flight, start: Spot | undefined): Landing {
  const nothing = { via: [], arrivesBy: [], src: flight.src };
  if (start) {
    return fromSubnet(flight, start, nothing, 0);
  }
  if (flight.gateway === "vgw-1") {
    const [attachment] = flight.net.VpnGateways?.[0]?.VpcAttachments ?? [];
    return land(flight, attachment?.VpcId, nothing);
  }
  return throughGateway(flight, "tgw-1", flight.gateway ?? "", undefined, nothing, 0, 0);
}

type So = Pick<Landing, "via" | "arrivesBy" | "src">;

function land({ net, dst }: Flight, vpc: string | undefined, so: So): Landing {
  const isThere =
    net.NetworkInterfaces?.some(({ VpcId, PrivateIpAddress }) => VpcId === vpc && PrivateIpAddress === dst) ||
    net.NatGateways?.some(
      ({ VpcId, NatGatewayAddresses }) => VpcId === vpc && NatGatewayAddresses?.[0]?.PrivateIp === dst,
    );
  return isThere ? { ...so, fate: "home", vpc } : { ...so, fate: "drop" };
}

function fromSubnet(flight: Flight, { SubnetId, VpcId }: Spot, so: So, hops: number): Landing {
  const { net, dst } = flight;
  if (hops > 12) {
    return { ...so, fate: "drop" };
  }
  const tables = net.RouteTables ?? [];
  const table =
    tables.find(({ Associations }) => Associations?.some((each) => each.SubnetId === SubnetId)) ??
    tables.find((each) => each.VpcId === VpcId && each.Associations?.some(({ Main }) => Main)) ??
    fail(`no table for ${SubnetId}`);
  const route = pickRoute(net, table.Routes ?? [], dst);
  if (route === "?" || route === undefined) {
    return { ...so, fate: route ?? "drop" };
  }
  if (route.State === "blackhole" || route.GatewayId === "igw-1") {
    return { ...so, fate: "drop" };
  }
  if (route.GatewayId === "local") {
    return land(flight, VpcId, so);
  }
  if (route.GatewayId !== undefined) {
    return { ...so, fate: "out", via: [...so.via, { kind: "outside", id: route.GatewayId }] };
  }
  if (route.VpcPeeringConnectionId) {
    return throughPeering(flight, route.VpcPeeringConnectionId, VpcId, so);
  }
  if (route.TransitGatewayId) {
    return intoGateway(flight, route.TransitGatewayId, { SubnetId, VpcId }, so, hops);
  }
  return route.NatGatewayId
    ? throughNat(flight, so, hops)
    : throughAppliance(flight, route.NetworkInterfaceId ?? "", SubnetId, so, hops);
}

function pickRoute(net: Snapshot, routes: readonly Route[], dst: string): Route | "?" | undefined {
  const isLocal = routes.some(
    (each) => each.GatewayId === "local" && isIn(dst, each.DestinationCidrBlock ?? ""),
  );
  const scored = routes.flatMap((route) => {
    const isPropagated = route.Origin === "EnableVgwRoutePropagation";
    const list = route.DestinationPrefixListId;
    const block = route.DestinationCidrBlock ?? "";
    const length = list ? inList(net, list, dst) : isIn(dst, block) ? Number(block.split("/")[1]) : undefined;
    // Lists come between static and propagated.
    const score = (length ?? 0) * 10 + (list ? 1 : isPropagated ? 0 : 2);
    return length === undefined || (isPropagated && !list && isLocal) ? [] : [{ route, score, list }];
  });
  const top = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === top);
  const [first] = best;
  const targets = (among: typeof scored) => new Set(among.map(({ route }) => target(route))).size;
  if (first?.list && targets(scored.filter(({ list }) => list)) > 1) {
    return "?";
  }
  return targets(best) > 1 ? "?" : first?.route;
}

function target(route: Route): string {
  return (
    route.GatewayId ??
    route.VpcPeeringConnectionId ??
    route.TransitGatewayId ??
    route.NatGatewayId ??
    route.NetworkInterfaceId ??
    ""
  );
}

function throughPeering(flight: Flight, id: string, vpc: string | undefined, so: So): Landing {
  const pcx =
    flight.net.VpcPeeringConnections?.find((each) => each.VpcPeeringConnectionId === id) ?? fail(id);
  const sides = [pcx.RequesterVpcInfo, pcx.AccepterVpcInfo];
  const peer = sides.find((side) => side?.VpcId !== vpc);
  if (pcx.Status?.Code !== "active" || !isIn(flight.dst, peer?.CidrBlock ?? "")) {
    return { ...so, fate: "drop" };
  }
  const kind = sides[0]?.Region === sides[1]?.Region ? "pcx" : "far pcx";
  return land(flight, peer?.VpcId, { ...so, via: [...so.via, { kind, id }], arrivesBy: [] });
}

function throughNat(flight: Flight, so: So, hops: number): Landing {
  const { net, dst, homes, ports } = flight;
  const nat = net.NatGateways?.[0] ?? fail("no NAT gateway");
  const src = nat.NatGatewayAddresses?.[0]?.PrivateIp ?? "";
  const lets = (egress: boolean, ip: string) =>
    homes.includes(nat.SubnetId) ||
    ports.every((port) => aclLets(net, nat.SubnetId, egress, ip, port) === true);
  const via: readonly Passed[] = [...so.via, { kind: "nat", id: "nat-1" }];
  if (!lets(false, so.src) || !lets(true, dst)) {
    return { ...so, via, fate: "drop", src };
  }
  return fromSubnet({ ...flight, src }, nat, { ...so, via, src, arrivesBy: [] }, hops + 1);
}

function throughAppliance(
  flight: Flight,
  id: string,
  cameFrom: string | undefined,
  so: So,
  hops: number,
): Landing {
  const { net, dst, homes, ports, seen } = flight;
  const box = net.NetworkInterfaces?.find((each) => each.NetworkInterfaceId === id) ?? fail(id);
  if (box.PrivateIpAddress === dst) {
    return land(flight, box.VpcId, so);
  }
  if (box.SourceDestCheck !== false) {
    return { ...so, fate: "drop" };
  }
  const via: readonly Passed[] = [...so.via, { kind: "appliance", id }];
  const groups = (box.Groups ?? []).map(({ GroupId }) => GroupId ?? "");
  const groupsAt = (ip: string) => {
    const own = net.NetworkInterfaces?.find(
      (each) => each.PrivateIpAddress === ip && each.VpcId === box.VpcId,
    );
    return { ip, groups: (own?.Groups ?? []).map(({ GroupId }) => GroupId ?? "") };
  };
  const direct = { via: [], sure: true };
  const behind = homes.includes(cameFrom)
    ? direct
    : { via: [{ kind: "appliance", id } as const], sure: true };
  const passes = ports.every(
    (port) =>
      (homes.includes(box.SubnetId) ||
        (aclLets(net, box.SubnetId, false, so.src, port) === true &&
          aclLets(net, box.SubnetId, true, dst, port) === true)) &&
      (seen.includes(id) ||
        (groupsLet(net, groups, false, groupsAt(so.src), port, behind) === true &&
          groupsLet(net, groups, true, groupsAt(dst), port, direct) === true)),
  );
  const now = { ...so, via, arrivesBy: [] };
  return passes ? fromSubnet(flight, box, now, hops + 1) : { ...now, fate: "drop" };
}

function zoneOf(net: Snapshot, subnet: string | undefined): string | undefined {
  return net.Subnets?.find(({ SubnetId }) => SubnetId === subnet)?.AvailabilityZone;
}

function intoGateway(flight: Flight, gateway: string, spot: Spot, so: So, hops: number): Landing {
  const { net, ports } = flight;
  const door = net.TransitGatewayVpcAttachments?.find(
    (each) => each.TransitGatewayId === gateway && each.VpcId === spot.VpcId,
  );
  const zone = zoneOf(net, spot.SubnetId);
  const subnet = door?.SubnetIds?.find((each) => zoneOf(net, each) === zone);
  if (door?.State !== "available" || !subnet) {
    return { ...so, fate: "drop" };
  }
  if (!ports.every((port) => aclLets(net, subnet, false, so.src, port) === true)) {
    return { ...so, fate: "drop" };
  }
  const id = door.TransitGatewayAttachmentId ?? "";
  return throughGateway(flight, gateway, id, zone, so, hops, 0);
}

function throughGateway(
  flight: Flight,
  gateway: string,
  cameBy: string,
  zone: string | undefined,
  so: So,
  hops: number,
  gateways: number,
): Landing {
  const { net, dst } = flight;
  const attachment = net.TransitGatewayAttachments?.find(
    (each) => each.TransitGatewayAttachmentId === cameBy && each.TransitGatewayId === gateway,
  );
  const table = attachment?.Association?.TransitGatewayRouteTableId;
  const search = net.TransitGatewayRoutes?.find((each) => each.TransitGatewayRouteTableId === table);
  if (!table || gateways >= 4) {
    return { ...so, fate: "drop" };
  }
  const scored = (search?.Routes ?? []).flatMap((route) => {
    const block = route.DestinationCidrBlock ?? "";
    const [out] = route.TransitGatewayAttachments ?? [];
    const isStatic = route.Type === "static";
    const isUseless = out?.ResourceType === "peering" && !isStatic;
    const score = Number(block.split("/")[1]) * 10 + (isStatic ? 5 : out?.ResourceType === "vpc" ? 2 : 1);
    return isIn(dst, block) && !isUseless ? [{ route, out, score }] : [];
  });
  const top = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === top);
  const [first] = best;
  if (!first || first.route.State === "blackhole") {
    return { ...so, fate: "drop" };
  }
  const outs = [...new Set(best.flatMap(({ out }) => out?.TransitGatewayAttachmentId ?? []))];
  const [id = ""] = outs;
  if (outs.length > 1) {
    return { ...so, fate: "?" };
  }
  if (first.out?.ResourceType === "peering") {
    const peering = net.TransitGatewayPeeringAttachments?.[0];
    const via: readonly Passed[] = [...so.via, { kind: "tgw peering", id }];
    const other = gateway === "tgw-1" ? "tgw-2" : "tgw-1";
    return peering?.State === "available"
      ? throughGateway(flight, other, id, zone, { ...so, via }, hops, gateways + 1)
      : { ...so, via, fate: "drop" };
  }
  if (first.out?.ResourceType === "vpn") {
    return { ...so, fate: "out", via: [...so.via, { kind: "outside", id }] };
  }
  return outOfGateway(flight, gateway, cameBy, id, zone, so, hops);
}

function outOfGateway(
  flight: Flight,
  gateway: string,
  cameBy: string,
  id: string,
  zone: string | undefined,
  so: So,
  hops: number,
): Landing {
  const { net, dst, ports, homes } = flight;
  const door =
    net.TransitGatewayVpcAttachments?.find((each) => each.TransitGatewayAttachmentId === id) ?? fail(id);
  if (door.State !== "available") {
    return { ...so, fate: "drop" };
  }
  const near = (door.SubnetIds ?? []).filter((each) => zoneOf(net, each) === zone);
  const isAny = door.Options?.ApplianceModeSupport === "enable" || near.length === 0;
  const exits = isAny ? (door.SubnetIds ?? []) : near;
  const doors = net.TransitGatewayVpcAttachments?.filter((each) =>
    [cameBy, id].includes(each.TransitGatewayAttachmentId ?? ""),
  );
  const switches = [
    ...(doors ?? []),
    ...(net.TransitGateways ?? []).filter(({ TransitGatewayId }) => TransitGatewayId === gateway),
  ];
  const refers = switches.every(({ Options }) => Options?.SecurityGroupReferencingSupport === "enable");
  const now = { ...so, via: [...so.via, { kind: "tgw", id: gateway, refers } as const], arrivesBy: exits };
  const landings = exits.map((SubnetId): Landing => {
    const passes =
      homes.includes(SubnetId) || ports.every((port) => aclLets(net, SubnetId, true, dst, port) === true);
    return passes
      ? fromSubnet(flight, { SubnetId, VpcId: door.VpcId }, now, hops + 1)
      : { ...now, fate: "drop" };
  });
  const going = landings.filter(({ fate }) => fate !== "drop");
  const [dropped] = landings;
  const [first] = going;
  const look = ({ fate, vpc, via, src }: Landing) =>
    JSON.stringify([fate, vpc, via.map(({ kind }) => kind), src]);
  if (!first) {
    return dropped ?? fail("no exit");
  }
  if (!going.every((landing) => look(landing) === look(first))) {
    return { ...so, fate: "?" };
  }
  return { ...first, doubt: going.length < landings.length || going.some(({ doubt }) => doubt) };
}
