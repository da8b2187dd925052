import type { Target } from "../core/target";
import type { State } from "../store/state";
import { type Row, rowId } from "./row";
import type { ShownRows } from "./shownRows";

/** What tells that it has changed. */
export interface ChangingState {
  readonly profiles: Pick<State["profiles"], "changed">;
  readonly accounts: Pick<State["accounts"], "changed">;
  readonly groups: Pick<State["groups"], "changed">;
  readonly caches: Pick<State["caches"], "changed" | "get">;
  readonly vpc: Pick<State["vpc"], "changed">;
  readonly ends?: Pick<State["ends"], "changed">;
  readonly settings?: State["settings"];
}

/**
 * The row of a section, or the topmost of those above whose words tell of it and have changed; the region's where it
 * shows others by now.
 */
function sectionId(
  shown: ShownRows,
  kind: "caches" | "cacheSecurityGroups",
  { profile, region }: Target,
): string {
  const regionId = rowId("region", profile, region);
  const id = shown.hasOthersBelow(regionId) ? regionId : rowId(kind, profile, region);
  return topmostChanged(shown, id, { profile, region })?.id ?? id;
}

/**
 * The topmost of a row and those above it that would be drawn otherwise now; where nobody has opened the way to the
 * row, of those above that are shown. Also a region that was read for a search counts in its profile's row.
 */
function topmostChanged(shown: ShownRows, id: string, { profile, region }: Target): Row | undefined {
  const shownId = [id, rowId("region", profile, region), rowId("profile", profile)].find((each) =>
    shown.get(each),
  );
  return shownId === undefined ? undefined : shown.topmostChanged(shownId);
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
  const stops = [
    state.profiles.changed.listen(() => tell(undefined)),
    state.accounts.changed.listen((profile) =>
      // Another place in the tree, where they stand by their accounts.
      state.settings?.().groupProfiles === "account" ? tell(undefined) : tellId(rowId("profile", profile)),
    ),
    state.groups.changed.listen(({ target, name }) => {
      const { profile, region } = target;
      tellId(
        name === undefined
          ? sectionId(shown, "cacheSecurityGroups", target)
          : rowId("cacheSecurityGroup", profile, region, name),
      );
    }),
    state.caches.changed.listen(({ target }) => tellId(sectionId(shown, "caches", target))),
    state.vpc.changed.listen(({ target, groupIds }) => {
      const ids = groupIds
        ? vpcGroupRows(state, shown, target, new Set(groupIds))
        : [sectionId(shown, "caches", target)];
      for (const id of ids) {
        tellId(id);
      }
    }),
  ];
  const ends = state.ends?.changed.listen(() => tell(undefined));
  return () => {
    ends?.();
    for (const stop of stops) {
      stop();
    }
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
  const summary = topmostChanged(shown, rowId("caches", profile, region), target);
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
