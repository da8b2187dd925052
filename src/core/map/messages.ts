import { mapActions } from "./mapActions";
import { cellStates, type MapData, sourceKinds } from "./mapData";
import { columnOrders, groupings, type MapView, rowOrders, shownCells } from "./mapView";
import { anyShape, flag, listOf, number, oneOf, record, type Shape, text } from "./shape";

const mapFormatNames = ["md", "csv", "svg"] as const;

export type MapFormat = (typeof mapFormatNames)[number];

/** What the page may say. Keys name lines of the map: the page holds nothing that a command is called with. */
export type FromPage =
  | { readonly type: "ready" | "refresh" | "readAll" | "chooseTargets" }
  /** What can be done with a cell, or with a line by its heading; all of it to choose from where nothing is named. */
  | {
      readonly type: "act";
      readonly row: string;
      readonly column: string;
      readonly action?: (typeof mapActions)[number];
    }
  /** The map as it is seen, written down: to be saved where somebody chooses. */
  | { readonly type: "save"; readonly format: MapFormat; readonly text: string }
  | { readonly type: "readTarget"; readonly profile: string; readonly region: string };

/** What the page is told. */
export type ToPage =
  | { readonly type: "map"; readonly map: MapData; readonly isReading: boolean }
  /** Somebody opened the map on a row: the words to look for. */
  | { readonly type: "find"; readonly query: string };

const isView: Shape<MapView> = record(
  {
    ...{ query: text, tag: text },
    show: oneOf(...shownCells),
    group: oneOf(...groupings),
    rows: oneOf(...rowOrders),
    columns: oneOf(...columnOrders),
  },
  { compare: record({ of: oneOf("cache", "account"), one: text, other: text }) },
);

const target = { profile: text, region: text };
const line = { key: text, label: text, detail: text, tags: listOf(text) };
const whose = { account: text, vpc: text };

const isMap: Shape<MapData> = record({
  at: text,
  targets: listOf(
    record(
      {
        ...target,
        state: oneOf("read", "reading", "partly", "stale", "failed"),
        failures: listOf(text),
      },
      { account: text, arn: text, readAt: text },
    ),
  ),
  pending: listOf(record(target)),
  rows: listOf(record({ ...line, kind: oneOf(...sourceKinds) }, whose)),
  columns: listOf(
    record(
      {
        ...{ ...line, ...target, isStale: flag },
        kind: oneOf("cache", "cacheSecurityGroup", "account"),
        otherwise: oneOf("no", "notKnown", "checking"),
      },
      whose,
    ),
  ),
  cells: listOf(
    record({
      ...{ row: number, column: number, word: text, why: text, count: number },
      state: oneOf(...cellStates),
    }),
  ),
});

const isFromPage: Shape<FromPage> = anyShape(
  record({ type: oneOf("ready", "refresh", "readAll", "chooseTargets") }),
  record({ type: oneOf("act"), row: text, column: text }, { action: oneOf(...mapActions) }),
  record({ type: oneOf("save"), format: oneOf(...mapFormatNames), text }),
  record({ type: oneOf("readTarget"), ...target }),
);

const isToPage: Shape<ToPage> = anyShape(
  record({ type: oneOf("map"), map: isMap, isReading: flag }),
  record({ type: oneOf("find"), query: text }),
);

/** A message of the page; `undefined` for what is none that is known. */
export function readFromPage(message: unknown): FromPage | undefined {
  return isFromPage(message) ? message : undefined;
}

/** A message to the page; `undefined` for what is none that is known. */
export function readToPage(message: unknown): ToPage | undefined {
  return isToPage(message) ? message : undefined;
}

/** What somebody left the page with; `undefined` where that is no view. */
export function readView(value: unknown): MapView | undefined {
  return isView(value) ? value : undefined;
}
