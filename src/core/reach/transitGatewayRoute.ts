import { cidrOf } from "../rules/cidr";
import { type Address, addressOf, addressText, holds, isSameAddress } from "./address";
import { blocks, type Finding, unknown } from "./finding";
import { isRead } from "./read";
import { actions, type Snapshot } from "./snapshot";
import type { TransitGatewayRoute } from "./snapshotGateways";

/** An attachment that a route leads to. */
export interface WayOut {
  readonly id: string;
  /** `vpc`, `vpn`, `peering`… */
  readonly type: string;
  /** It and its equals, among which packets are spread. */
  readonly ids: readonly string[];
}

export type GatewayRoute = { readonly block: string; readonly out: WayOut } | { readonly finding: Finding };

/**
 * The longest prefix of a transit gateway's table; of the same one static, then prefix lists, then by what
 * propagated it. https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function findGatewayRoute(snapshot: Snapshot, tableId: string, address: Address): GatewayRoute {
  const searches = (snapshot.TransitGatewayRoutes ?? []).filter(
    (each) =>
      each.TransitGatewayRouteTableId === tableId && isFor(each.LongestPrefixMatch, address) && each.Routes,
  );
  if (!searches.some((each) => each.LongestPrefixMatch !== undefined || !each.AdditionalRoutesAvailable)) {
    return { finding: unknownRoutes(snapshot, tableId) };
  }
  const [best, ...others] = searches
    .flatMap(({ Routes }) => Routes ?? [])
    .filter((each) => holds(each.DestinationCidrBlock, address) && isUsed(each))
    .sort((a, b) => prefixOf(b) - prefixOf(a) || rankOf(a) - rankOf(b));
  if (best === undefined) {
    return {
      finding: blocks(tableId, `${tableId} has no route for ${addressText(address)}.`, {
        code: "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT",
      }),
    };
  }
  const block = best.DestinationCidrBlock ?? "";
  if (best.State !== undefined && best.State !== "active") {
    const text = `${block} in ${tableId} is ${best.State === "blackhole" ? "a blackhole" : best.State}.`;
    return { finding: blocks(tableId, text, { code: "TGW_RTB_BAD_STATE_ROUTE" }) };
  }
  const equal = others.filter((each) => prefixOf(each) === prefixOf(best) && rankOf(each) === rankOf(best));
  const ids = [...new Set([best, ...equal].flatMap(idsOf))];
  const [id] = ids;
  const type = typeOf(best);
  if (id === undefined || (ids.length > 1 && !isSpread(type))) {
    const text = `${tableId} has several routes for ${block}, to ${ids.join(", ")}, and which is taken is not known.`;
    return { finding: unknown(tableId, text, { code: "TGW_RTB_ROUTES_ARE_UNKNOWN" }) };
  }
  return { block, out: { id, type, ids } };
}

/** A search for one address says nothing about another. */
function isFor(searched: string | undefined, address: Address): boolean {
  const wanted = searched === undefined ? undefined : addressOf(searched);
  return searched === undefined || (wanted !== undefined && isSameAddress(wanted, address));
}

/** Peered gateways know each other's blocks by static routes only. */
function isUsed(route: TransitGatewayRoute): boolean {
  return route.State !== "deleted" && !(typeOf(route) === "peering" && route.Type === "propagated");
}

function unknownRoutes(snapshot: Snapshot, tableId: string): Finding {
  const text = `The routes of ${tableId} are not known: only the gateway's owner may search them.`;
  const action = isRead(snapshot, "TransitGatewayRoutes") ? {} : { action: actions.TransitGatewayRoutes };
  return unknown(tableId, text, { code: "TGW_RTB_ROUTES_ARE_UNKNOWN", ...action });
}

const propagators = ["vpc", "direct-connect-gateway", "connect", "vpn"];

function rankOf(route: TransitGatewayRoute): number {
  if (route.Type !== "propagated") {
    return route.PrefixListId === undefined ? 0 : 1;
  }
  const rank = propagators.indexOf(typeOf(route));
  return rank < 0 ? 2 + propagators.length : 2 + rank;
}

/** Packets are spread over equal routes to VPN connections, which lead to one place. */
function isSpread(type: string): boolean {
  return type !== "vpc" && type !== "peering";
}

function typeOf({ TransitGatewayAttachments }: TransitGatewayRoute): string {
  const type = TransitGatewayAttachments?.[0]?.ResourceType ?? "";
  return type === "tgw-peering" ? "peering" : type;
}

function idsOf({ TransitGatewayAttachments }: TransitGatewayRoute): readonly string[] {
  return (TransitGatewayAttachments ?? []).flatMap((each) => each.TransitGatewayAttachmentId ?? []);
}

function prefixOf({ DestinationCidrBlock }: TransitGatewayRoute): number {
  return cidrOf(DestinationCidrBlock ?? "")?.prefix ?? 0;
}
