import { type Address, addressOf, isSameAddress } from "./address";
import type { Snapshot } from "./snapshot";
import type { TransitGatewayRoute, TransitGatewayRouteSearch } from "./snapshotGateways";

/**
 * The routes that were found in a transit gateway's table, all of those that may hold an address; `undefined`
 * where nobody searched it for that.
 */
export function searchedRoutes(
  { TransitGatewayRoutes = [], TransitGatewayRouteTables = [] }: Snapshot,
  tableId: string,
  address: Address,
): readonly TransitGatewayRoute[] | undefined {
  // AWS's own answer about the tables has no routes in it.
  const tables = TransitGatewayRouteTables.filter(({ Routes }) => Routes !== undefined);
  const searches = [...TransitGatewayRoutes, ...tables].filter(
    (each) => each.TransitGatewayRouteTableId === tableId && isFor(each, address),
  );
  return searches.some(isWhole) ? searches.flatMap((each) => each.Routes ?? [each]) : undefined;
}

/** A search for one address says nothing about another. */
function isFor({ LongestPrefixMatch }: TransitGatewayRouteSearch, address: Address): boolean {
  const searched = LongestPrefixMatch === undefined ? address : addressOf(LongestPrefixMatch);
  return searched !== undefined && isSameAddress(searched, address);
}

/** Without the filter an answer has 1,000 routes at most, and says that there are more. */
function isWhole({ LongestPrefixMatch, AdditionalRoutesAvailable }: TransitGatewayRouteSearch): boolean {
  return LongestPrefixMatch !== undefined || AdditionalRoutesAvailable !== true;
}
