import { cidrOf } from "../rules/cidr";
import { type Address, addressText, holds, isPrivate } from "./address";
import { type Finding, unknown } from "./finding";
import { lookUpPrefixList } from "./prefixLists";
import { type RouteTarget, targetOf } from "./routeTarget";
import type { Snapshot } from "./snapshot";
import type { Route, RouteTable } from "./snapshotNetwork";
import type { MatchingRoute, UsedRoute } from "./usedRoute";
import { blocksOfVpc } from "./vpcBlocks";

export type RouteAnswer =
  | { readonly is: "route"; readonly route: UsedRoute }
  | { readonly is: "none" }
  | { readonly is: "unknown"; readonly finding: Finding };

/**
 * The route for an address: the longest prefix, whatever its kind; then static before prefix list before
 * propagated. What cannot be told is unknown, never the next best.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function findRoute(snapshot: Snapshot, table: RouteTable, address: Address): RouteAnswer {
  const id = table.RouteTableId ?? "";
  const { matching, unread } = matchRoutes(snapshot, table, address);
  const [best, ...beaten] = inOrder(matching);
  const undecided = unread.find((each) => best === undefined || !isSameWay(each, best));
  if (undecided && !(best?.rank === 0 && isWhole(best, address))) {
    return { is: "unknown", finding: { ...undecided.finding, resource: id } };
  }
  if (best === undefined) {
    return { is: "none" };
  }
  const rival = beaten.find((other) => isRival(best, other));
  return rival
    ? { is: "unknown", finding: tie(id, address, best, rival) }
    : { is: "route", route: { ...best, tableId: id, beaten } };
}

interface Unread extends Pick<MatchingRoute, "route" | "target"> {
  readonly finding: Finding;
}

/** The routes that hold an address, and those of prefix lists that may. */
function matchRoutes(
  snapshot: Snapshot,
  table: RouteTable,
  address: Address,
): { readonly matching: readonly MatchingRoute[]; readonly unread: readonly Unread[] } {
  const matching: MatchingRoute[] = [];
  const unread: Unread[] = [];
  for (const route of [...(table.Routes ?? []), ...localRoutes(snapshot, table)]) {
    const target = targetOf(route);
    const listId = route.DestinationPrefixListId;
    if (listId === undefined) {
      const block = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock;
      const held = holds(block, address) ? block : undefined;
      matching.push(...matched(route, target, held, isPropagated(route) ? 2 : 0));
    } else if (!isServiceList(target, address)) {
      const answer = lookUpPrefixList(snapshot, listId, address);
      if ("unread" in answer) {
        unread.push({ route, target, finding: answer.unread });
      } else {
        matching.push(...matched(route, target, answer.block, 1));
      }
    }
  }
  return { matching, unread };
}

/** A VPC's blocks are local in every table, whether or not the answer shows it; unless a route took its place. */
function localRoutes({ Vpcs, Wanted }: Snapshot, { VpcId, Routes }: RouteTable): readonly Route[] {
  const vpc = Vpcs?.find((each) => each.VpcId === VpcId);
  const isShown = Routes?.some(({ GatewayId }) => GatewayId === "local");
  if (vpc === undefined && VpcId !== undefined && !isShown) {
    Wanted?.({ list: "Vpcs", id: VpcId, vpcId: VpcId });
  }
  const shown = (Routes ?? []).map((each) => each.DestinationCidrBlock ?? each.DestinationIpv6CidrBlock);
  return (vpc ? blocksOfVpc(vpc) : [])
    .filter(
      (block) => !shown.some((each) => each !== undefined && cidrOf(each)?.text === cidrOf(block)?.text),
    )
    .map((block) => ({
      GatewayId: "local",
      ...(cidrOf(block)?.family === 6
        ? { DestinationIpv6CidrBlock: block }
        : { DestinationCidrBlock: block }),
    }));
}

function inOrder(matching: readonly MatchingRoute[]): readonly MatchingRoute[] {
  // A propagated route never takes what is local, not even where it is more specific.
  // https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
  const isLocal = matching.some(({ target }) => target.kind === "local");
  return matching
    .filter(({ rank }) => !(isLocal && rank === 2))
    .sort((a, b) => b.prefix - a.prefix || a.rank - b.rank);
}

/** Of two prefix lists that overlap AWS picks one; two equal routes to two targets are not for us to choose from. */
function isRival(best: MatchingRoute, other: MatchingRoute): boolean {
  const isEqual = best.prefix === other.prefix && best.rank === other.rank;
  return !isSameWay(best, other) && best.rank === other.rank && (best.rank === 1 || isEqual);
}

/** Whichever of two routes is taken, it comes to the same. */
function isSameWay(a: Pick<MatchingRoute, "route" | "target">, b: MatchingRoute): boolean {
  return a.target.id === b.target.id && a.route.State === b.route.State;
}

/** A gateway endpoint's list holds a service's public addresses: S3's, DynamoDB's. */
function isServiceList({ kind }: RouteTarget, address: Address): boolean {
  return kind === "endpoint" && isPrivate(address);
}

function isPropagated({ Origin }: Route): boolean {
  return Origin === "EnableVgwRoutePropagation" || Origin === "Advertisement";
}

function isWhole({ prefix }: MatchingRoute, { family }: Address): boolean {
  return prefix === (family === 4 ? 32 : 128);
}

function matched(
  route: Route,
  target: RouteTarget,
  block: string | undefined,
  rank: MatchingRoute["rank"],
): readonly MatchingRoute[] {
  return block === undefined ? [] : [{ route, target, block, prefix: cidrOf(block)?.prefix ?? 0, rank }];
}

function tie(id: string, address: Address, best: MatchingRoute, rival: MatchingRoute): Finding {
  return unknown(
    id,
    `${id} has two routes for ${addressText(address)}, to ${best.target.id} and to ${rival.target.id}, and AWS picks one of them.`,
  );
}
