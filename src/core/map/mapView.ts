import type { CellState, SourceKind } from "./mapData";

export const groupings = ["target", "account", "vpc", "tag"] as const;
export const rowOrders = ["attention", "name", "reach"] as const;
export const columnOrders = ["attention", "name", "sources"] as const;
export const shownCells = ["all", "open", "expiring", "stale", "changing", "notKnown"] as const;

/** How somebody looks at the map. The page keeps it, and hands it along for an export. */
export interface MapView {
  /** Words that a source or a cache has; the other side is what they reach, or are reached by. */
  readonly query: string;
  readonly show: (typeof shownCells)[number];
  readonly group: (typeof groupings)[number];
  /** The key of the tag to group by. */
  readonly tag: string;
  readonly rows: (typeof rowOrders)[number];
  readonly columns: (typeof columnOrders)[number];
  /** Two caches by their columns' keys, or two accounts by their numbers: what they differ in. */
  readonly compare?: { readonly of: "cache" | "account"; readonly one: string; readonly other: string };
}

export const plainView: MapView = {
  query: "",
  show: "all",
  group: "target",
  tag: "",
  rows: "attention",
  columns: "attention",
};

/** The states that each choice of `show` leaves. */
export const statesShown: Readonly<Record<MapView["show"], readonly CellState[] | undefined>> = {
  all: undefined,
  open: ["public", "open"],
  expiring: ["expiring"],
  stale: ["stale"],
  changing: ["changing"],
  notKnown: ["notKnown", "checking"],
};

/** How much a source or a cache wants to be looked at, by what its cells say: the smaller the more. */
export const attention: Readonly<Record<CellState, number>> = {
  public: 0,
  open: 1,
  notKnown: 2,
  checking: 2,
  stale: 3,
  expiring: 4,
  changing: 5,
  reaches: 6,
  no: 7,
};

/** The kinds of source, as a heading says them where nothing else tells sources apart. */
export const kindHeadings: Readonly<Record<SourceKind, string>> = {
  public: "Everybody",
  open: "Everybody",
  securityGroup: "Security groups",
  addresses: "Addresses",
  prefixList: "Prefix lists",
  grant: "EC2 security groups by name",
  unknown: "Others",
};
