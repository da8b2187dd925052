import { passes } from "./finding";
import type { Found } from "./hop";
import type { RouteTarget } from "./routeTarget";
import type { Route } from "./snapshotNetwork";

/** A route that holds the address, by the block that does. */
export interface MatchingRoute {
  readonly route: Route;
  readonly target: RouteTarget;
  readonly block: string;
  readonly prefix: number;
  /** Of the same prefix the lowest wins: static routes, prefix lists, propagated routes. */
  readonly rank: 0 | 1 | 2;
}

/** The route that is taken. */
export interface UsedRoute extends MatchingRoute {
  readonly tableId: string;
  /** Others that hold the address too. */
  readonly beaten: readonly MatchingRoute[];
}

/** That a route was taken, where what it leads to is another step's to judge. */
export function taken({ tableId, block, target }: UsedRoute, code?: string): Found {
  const text = `${block} in ${tableId} goes to ${target.id}.`;
  return { part: "route", finding: passes(tableId, text, code === undefined ? {} : { code }) };
}
