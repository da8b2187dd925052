import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { type Row, rowId } from "./row";
import type { ShownRows } from "./shownRows";

/** What tells that it has changed. */
export interface ChangingState {
  readonly profiles: Pick<State["profiles"], "changed">;
  readonly accounts: Pick<State["accounts"], "changed">;
  readonly groups: Pick<State["groups"], "changed" | "get">;
  readonly caches: Pick<State["caches"], "changed" | "get">;
  readonly vpc: Pick<State["vpc"], "changed">;
}

/** The rows of a target's caches, or the topmost of those above whose words tell of them and have changed. */
function cachesRowId(shown: ShownRows, { profile, region }: Target): string {
  const id = rowId("caches", profile, region);
  return shown.topmostChanged(id)?.id ?? id;
}

/**
 * Tells which of the rows that are shown are to be drawn anew, with what is below them, when something in the state
 * has changed; `undefined` for all. The function that comes back ends it.
 */
export function tellChanges(
  state: ChangingState,
  shown: ShownRows,
  tell: (row: Row | undefined) => void,
): () => void {
  const tellId = (id: string) => {
    const row = shown.get(id);
    if (row) {
      tell(row);
    }
  };
  const groupRow = changedGroupRow(state);
  const stops = [
    state.profiles.changed.listen(() => tell(undefined)),
    state.accounts.changed.listen((profile) => tellId(rowId("profile", profile))),
    state.groups.changed.listen(({ target, name }) => tellId(groupRow(target, name))),
    state.caches.changed.listen(({ target }) => tellId(cachesRowId(shown, target))),
    state.vpc.changed.listen(({ target, groupIds }) => {
      const ids = groupIds
        ? vpcGroupRows(state, shown, target, new Set(groupIds))
        : [cachesRowId(shown, target)];
      for (const id of ids) {
        tellId(id);
      }
    }),
  ];
  return () => {
    for (const stop of stops) {
      stop();
    }
  };
}

/** One group's row; else the section's, or the region's where that begins or ends to be stale. */
function changedGroupRow({ groups }: ChangingState): (target: Target, name: string | undefined) => string {
  const staleRegions = new Map<string, boolean>();
  return (target, name) => {
    const { profile, region } = target;
    if (name !== undefined) {
      return rowId("cacheSecurityGroup", profile, region, name);
    }
    const regionId = rowId("region", profile, region);
    const stale = branchState(groups.get(target)) === "stale";
    const staleBefore = staleRegions.get(regionId) ?? false;
    staleRegions.set(regionId, stale);
    return stale === staleBefore ? rowId("cacheSecurityGroups", profile, region) : regionId;
  };
}

/** The rows of VPC groups below every cache that has them, or those above that they are summed up in. */
function vpcGroupRows(
  { caches }: ChangingState,
  shown: ShownRows,
  target: Target,
  groupIds: ReadonlySet<string>,
): Iterable<string> {
  const { profile, region } = target;
  const summary = shown.topmostChanged(rowId("caches", profile, region));
  if (summary) {
    return [summary.id];
  }
  const rows = new Set<string>();
  for (const { kind, id, securityGroups } of caches.get(target).value ?? []) {
    for (const group of (securityGroups ?? []).filter((each) => groupIds.has(each.id))) {
      const cache = rowId("cache", profile, region, kind, id);
      rows.add(
        shown.isChanged(cache) ? cache : rowId("vpcSecurityGroup", profile, region, kind, id, group.id),
      );
    }
  }
  return rows;
}
