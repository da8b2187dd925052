import { cidrOf } from "../rules/cidr";
import { type Address, addressText, holds } from "./address";
import { blocks, type Finding, unknown } from "./finding";
import { actions, type Snapshot } from "./snapshot";
import type { TransitGatewayRoute } from "./snapshotGateways";
import { searchedRoutes } from "./transitGatewaySearch";

/** An attachment that a route leads to. */
export interface WayOut {
  readonly id: string;
  /** `vpc`, `vpn`, `peering`… */
  readonly type: string;
  /** It and its equals, among which packets are spread. */
  readonly ids: readonly string[];
}

export type GatewayRoute = { readonly block: string; readonly out: WayOut } | { readonly finding: Finding };

interface Candidate {
  readonly route: TransitGatewayRoute;
  readonly type: string;
  readonly prefix: number;
  readonly rank: number;
}

/**
 * The longest prefix of a transit gateway's table; of the same one static, then prefix lists, then by what
 * propagated it. https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function findGatewayRoute(snapshot: Snapshot, tableId: string, address: Address): GatewayRoute {
  const routes = searchedRoutes(snapshot, tableId, address);
  if (routes === undefined) {
    snapshot.Wanted?.({ list: "TransitGatewayRoutes", id: tableId, of: addressText(address) });
    return { finding: unknownRoutes(tableId) };
  }
  const [best, ...others] = routes
    .filter(({ DestinationCidrBlock, State }) => holds(DestinationCidrBlock, address) && State !== "deleted")
    .map((route) => candidate(snapshot, route))
    // Peered gateways know each other's blocks by static routes only.
    .filter(({ route, type }) => !(type === "peering" && route.Type === "propagated"))
    .sort((a, b) => b.prefix - a.prefix || a.rank - b.rank);
  if (best === undefined) {
    return {
      finding: blocks(tableId, `${tableId} has no route for ${addressText(address)}.`, {
        code: "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT",
      }),
    };
  }
  const equal = others.filter(({ prefix, rank }) => prefix === best.prefix && rank === best.rank);
  return badState(tableId, best) ?? wayOut(tableId, best, equal);
}

function wayOut(tableId: string, best: Candidate, equal: readonly Candidate[]): GatewayRoute {
  const block = best.route.DestinationCidrBlock ?? "";
  const ids = [...new Set([best, ...equal].flatMap(({ route }) => idsOf(route)))];
  const [id] = ids;
  if (id === undefined || (ids.length > 1 && !isSpread(best.type))) {
    const text = `${block} in ${tableId} leads to ${ids.join(" and ")}, and which of them is not known.`;
    return { finding: unknown(tableId, text, { code: "TGW_RTB_ROUTES_ARE_UNKNOWN" }) };
  }
  return { block, out: { id, type: best.type, ids } };
}

function badState(tableId: string, { route }: Candidate): GatewayRoute | undefined {
  const { DestinationCidrBlock: block, State = "active" } = route;
  if (State === "active") {
    return undefined;
  }
  const finding =
    State === "blackhole"
      ? blocks(tableId, `${block} in ${tableId} is a blackhole.`, { code: "TGW_RTB_BAD_STATE_ROUTE" })
      : unknown(tableId, `${block} in ${tableId} is ${State}.`, { code: "TGW_RTB_BAD_STATE_ROUTE" });
  return { finding };
}

function unknownRoutes(tableId: string): Finding {
  return unknown(
    tableId,
    `The routes of ${tableId} are not known: only the gateway's owner may search them.`,
    {
      code: "TGW_RTB_ROUTES_ARE_UNKNOWN",
      action: actions.TransitGatewayRoutes,
    },
  );
}

function candidate(snapshot: Snapshot, route: TransitGatewayRoute): Candidate {
  const type = typeOf(snapshot, route);
  const prefix = cidrOf(route.DestinationCidrBlock ?? "")?.prefix ?? 0;
  return { route, type, prefix, rank: rankOf(route, type) };
}

const propagators = ["vpc", "direct-connect-gateway", "connect", "vpn"];

function rankOf({ Type, PrefixListId }: TransitGatewayRoute, type: string): number {
  if (Type !== "propagated") {
    return PrefixListId === undefined ? 0 : 1;
  }
  const rank = propagators.indexOf(type);
  return 2 + (rank < 0 ? propagators.length : rank);
}

/** Packets are spread over equal routes to VPN connections, which lead to one place. */
function isSpread(type: string): boolean {
  return type !== "vpc" && type !== "peering";
}

/** `tgw-peering` is what peering was called once. */
function typeOf(snapshot: Snapshot, { TransitGatewayAttachments }: TransitGatewayRoute): string {
  const [first] = TransitGatewayAttachments ?? [];
  const id = first?.TransitGatewayAttachmentId;
  const attachment = snapshot.TransitGatewayAttachments?.find(
    (each) => each.TransitGatewayAttachmentId === id,
  );
  const type = first?.ResourceType ?? attachment?.ResourceType ?? "";
  return type === "tgw-peering" ? "peering" : type;
}

function idsOf({ TransitGatewayAttachments }: TransitGatewayRoute): readonly string[] {
  return (TransitGatewayAttachments ?? []).flatMap((each) => each.TransitGatewayAttachmentId ?? []);
}
