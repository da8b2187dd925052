import type { Question } from "../../../../../src/core/reach/question";
import type { Snapshot } from "../../../../../src/core/reach/snapshot";
import type { NetworkInterface } from "../../../../../src/core/reach/snapshotNetwork";
import { aclLets, groupsLet, type Handing } from "./filters";
import { type Fate, fly, type Landing } from "./fly";

/**
 * The evaluator to compare with, written apart: it sends packets, one client port at a time, through the network
 * and sees whether the reply comes home. It explains nothing. "?" is a fate that the network does not decide.
 */
export function simulate(net: Snapshot, { from, to, port }: Question): "reachable" | "blocked" | "unknown" {
  const all = net.NetworkInterfaces ?? [];
  const isSource = (each: NetworkInterface) =>
    "networkInterfaceId" in from && each.NetworkInterfaceId === from.networkInterfaceId;
  const source = all.find(isSource);
  const sourceIp = "address" in from ? from.address : (source?.PrivateIpAddress ?? "");
  const gateway = "address" in from ? from.gatewayId : undefined;
  const targets = all.filter((each) => each.PrivateIpAddress === to.address);
  const neighbour = source && targets.find((each) => each.SubnetId === source.SubnetId);
  const homes = [source?.SubnetId, ...targets.map((each) => each.SubnetId)];
  const begin = neighbour
    ? { fate: "home" as const, vpc: source.VpcId, via: [], arrivesBy: [], src: sourceIp, doubt: false }
    : fly({ net, src: sourceIp, dst: to.address, ports: [port], homes, seen: [], gateway }, source);
  const target =
    neighbour ??
    (begin.fate === "home"
      ? targets.find((each) => each.VpcId === begin.vpc)
      : targets.length === 1
        ? targets[0]
        : undefined);
  const handing: Handing =
    begin.fate === "home" ? { via: begin.via, sure: true } : { via: begin.via, sure: false };
  const there: Fate[] = [arrival(begin, begin.fate === "home")];
  if (source) {
    const peer = target
      ? { ip: to.address, groups: groupsOf(target) }
      : { ip: to.address, groups: targets.length ? ("?" as const) : [] };
    there.push(groupsLet(net, groupsOf(source), true, peer, port, handing));
    if (!neighbour) {
      there.push(aclLets(net, source.SubnetId, true, to.address, port));
    }
  }
  if (!target) {
    return sum([there.reduce(and, true)]);
  }
  const sender = { ip: begin.src, groups: source ? groupsOf(source) : [] };
  there.push(groupsLet(net, groupsOf(target), false, sender, port, handing));
  if (neighbour) {
    return sum([there.reduce(and, true)]);
  }
  there.push(
    unlessHandedIn(net, begin, target.SubnetId, () => aclLets(net, target.SubnetId, false, begin.src, port)),
  );
  const forth = there.reduce(and, true);
  return sum(clientPorts(net).map((client) => and(forth, back(client))));

  function back(client: number): Fate {
    const seen = begin.via.filter(({ kind }) => kind === "appliance").map(({ id }) => id);
    const leave = aclLets(net, target?.SubnetId, true, begin.src, client);
    const common = {
      net,
      src: to.address,
      ports: [client],
      homes: [source?.SubnetId, target?.SubnetId],
      seen,
      home: gateway,
    };
    const first = fly({ ...common, dst: begin.src }, target);
    const nat = begin.via.findLast(({ kind }) => kind === "nat");
    if (!nat) {
      return and(leave, welcome(first, client));
    }
    const gate = net.NatGateways?.find(({ NatGatewayId }) => NatGatewayId === nat.id);
    // The NAT gateway's own port is any, whatever the client's.
    const outside = every(clientPorts(net), (any) => {
      const way = fly({ ...common, ports: [any], dst: begin.src }, target);
      const arrived = arrival(way, way.fate === "home" && way.vpc === gate?.VpcId);
      const into = isHomeSubnet(gate?.SubnetId) ? true : aclLets(net, gate?.SubnetId, false, to.address, any);
      return and(and(aclLets(net, target?.SubnetId, true, begin.src, any), arrived), into);
    });
    const inner = fly({ ...common, dst: sourceIp }, { SubnetId: gate?.SubnetId, VpcId: gate?.VpcId });
    const out = isHomeSubnet(gate?.SubnetId) ? true : aclLets(net, gate?.SubnetId, true, sourceIp, client);
    return and(outside, and(out, welcome(inner, client)));
  }

  function isHomeSubnet(id: string | undefined): boolean {
    return id === source?.SubnetId || id === target?.SubnetId;
  }

  function welcome(way: ReturnType<typeof fly>, client: number): Fate {
    if (!source) {
      const isHome = way.fate === "out" && way.via.at(-1)?.id === gateway;
      return arrival(way, isHome);
    }
    const enter = unlessHandedIn(net, way, source.SubnetId, () =>
      aclLets(net, source.SubnetId, false, to.address, client),
    );
    const route = arrival(way, way.fate === "home" && way.vpc === source.VpcId);
    return and(route, enter);
  }
}

/** Whether a packet is where it should be: it is not where it was dropped, or landed elsewhere. */
function arrival({ fate, doubt }: Pick<Landing, "fate" | "doubt">, isRight: boolean): Fate {
  if (fate === "drop" || (fate === "home" && !isRight)) {
    return false;
  }
  return isRight && !doubt ? true : "?";
}

/** Beside a gateway's attachment no ACL is met; where a packet is lost from sight it may come in by one. */
function unlessHandedIn(
  net: Snapshot,
  { fate, arrivesBy }: Pick<Landing, "fate" | "arrivesBy">,
  subnet: string | undefined,
  judge: () => Fate,
): Fate {
  const isBeside = net.TransitGatewayVpcAttachments?.some(({ SubnetIds }) =>
    SubnetIds?.includes(subnet ?? ""),
  );
  if (arrivesBy.length === 1 && arrivesBy[0] === subnet) {
    return true;
  }
  const perhaps = arrivesBy.includes(subnet ?? "") || ((fate === "?" || fate === "out") && isBeside);
  return perhaps && judge() !== true ? "?" : judge();
}

/** Each port at which some rule or entry begins or ends, and its neighbours: between them nothing changes. */
function clientPorts(net: Snapshot): readonly number[] {
  const edges = [
    ...(net.NetworkAcls ?? []).flatMap(({ Entries }) => (Entries ?? []).map(({ PortRange }) => PortRange)),
    ...(net.SecurityGroups ?? []).flatMap(({ IpPermissions, IpPermissionsEgress }) =>
      [...(IpPermissions ?? []), ...(IpPermissionsEgress ?? [])].map((rule) => ({
        From: rule.FromPort,
        To: rule.ToPort,
      })),
    ),
  ].flatMap((range) => [range?.From ?? 1024, range?.To ?? 65_535]);
  const near = [1024, 65_535, ...edges].flatMap((edge) => [edge - 1, edge, edge + 1]);
  return [...new Set(near)].filter((port) => port >= 1024 && port <= 65_535);
}

function groupsOf(own: NetworkInterface): readonly string[] {
  return (own.Groups ?? []).map(({ GroupId }) => GroupId ?? "");
}

function and(a: Fate, b: Fate): Fate {
  return a === false || b === false ? false : a === "?" || b === "?" ? "?" : true;
}

/** True for all, false for all, or else it depends. */
function every(ports: readonly number[], is: (port: number) => Fate): Fate {
  const fates = ports.map(is);
  return fates.every((fate) => fate === true) ? true : fates.every((fate) => fate === false) ? false : "?";
}

function sum(fates: readonly Fate[]) {
  return fates.every((fate) => fate === true)
    ? "reachable"
    : fates.every((fate) => fate === false)
      ? "blocked"
      : "unknown";
}
