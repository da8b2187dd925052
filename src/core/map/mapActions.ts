import type { CellState, MapColumn, MapRow } from "./mapData";

export const mapActions = ["reveal", "authorize", "revoke", "explain"] as const;

export type MapAction = (typeof mapActions)[number];

/** As the commands are called that they lead to. */
export const actionWords: Readonly<Record<MapAction, string>> = {
  reveal: "Show in Tree",
  authorize: "Authorize…",
  revoke: "Revoke…",
  explain: "Explain Reachability…",
};

/** What can be done with a source and what it may reach. The commands themselves decide whether it may be. */
export function actionsOn(
  row: Pick<MapRow, "kind"> | undefined,
  column: Pick<MapColumn, "kind"> | undefined,
  cell: { readonly state: CellState; readonly count: number } | undefined,
): readonly MapAction[] {
  if (!column || column.kind === "account") {
    return [];
  }
  const isCache = column.kind === "cache";
  const isPublic = cell?.state === "public";
  return [
    "reveal",
    ...(canBeAuthorized(row, isCache) && !isPublic && !cell?.count ? (["authorize"] as const) : []),
    ...(cell?.count ? (["revoke"] as const) : []),
    ...(isCache ? (["explain"] as const) : []),
  ];
}

/** A header of a cache stands for whoever is to be let in; what let everybody in is chosen in its own flow. */
function canBeAuthorized(row: Pick<MapRow, "kind"> | undefined, isCache: boolean): boolean {
  switch (row?.kind) {
    case undefined:
      return true;
    case "securityGroup":
    case "addresses":
    case "prefixList":
      return isCache;
    case "grant":
      return !isCache;
    case "public":
    case "open":
    case "unknown":
      return false;
  }
}
