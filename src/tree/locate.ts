import type { Target } from "../core/target";
import type { State } from "../store/state";
import { shownProfiles, shownRegions } from "../store/state";
import { cachesRow } from "./cachesRow";
import { profileRowOf } from "./profileRows";
import { RegionRow } from "./regionRow";
import { type Row, rowsBelow } from "./row";

/** The Caches section of a target, opened or not; `undefined` where the tree does not show the target. */
export function locateCaches(state: State, target: Target): Row | undefined {
  const { profile, region } = target;
  return shownProfiles(state).includes(profile) && shownRegions(state, profile).includes(region)
    ? cachesRow(state, regionRowOf(state, target), target)
    : undefined;
}

/** The row of a target that the tree shows, opened or not. */
export function regionRowOf(state: State, target: Target): Row {
  return new RegionRow(state, profileRowOf(state, target.profile), target);
}

/** The row with this id, among those given and what is loaded below them. */
export function locateRow(rows: readonly Row[], id: string): Row | undefined {
  for (const row of rows) {
    const found = row.id === id ? row : locateRow(rowsBelow(row), id);
    if (found) {
      return found;
    }
  }
  return undefined;
}
