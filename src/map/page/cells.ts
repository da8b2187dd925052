import type { SaidCell } from "../../core/map/cellIndex";
import type { MapColumn, MapRow } from "../../core/map/mapData";
import { element } from "./element";
import type { Line } from "./gridLines";

// What the narrowest column has room for. Only what may be longer is cut: to cut all takes half of a frame's time.
const fitting = 10;

/** A cell: its word, and the state as a class, which the style gives a colour. */
export function dataCell({ state, word }: SaidCell, column: number): HTMLElement {
  const length = word.length > fitting ? " long" : "";
  return element(
    "td",
    { role: "gridcell", class: `cell ${state}${length}`, "aria-colindex": column + 2, tabindex: -1 },
    word,
  );
}

export function rowHeader(line: Line, columns: number): HTMLElement {
  const common = { role: "rowheader", "aria-colindex": 1, tabindex: -1 };
  if (line.kind === "heading") {
    return element(
      "th",
      { ...common, class: "heading", "aria-colspan": columns + 1 },
      element(
        "span",
        { class: "pinned" },
        line.label,
        element("span", { class: "count" }, String(line.size)),
      ),
    );
  }
  const { label, detail, kind } = line.row;
  return element(
    "th",
    { ...common, class: `source ${kind}`, scope: "row", title: titleOf(line.row) },
    element("span", { class: "label" }, label),
    detail === "" ? undefined : element("span", { class: "detail" }, detail),
  );
}

export function columnHeader(column: MapColumn, at: number): HTMLElement {
  const { label, detail, isStale } = column;
  return element(
    "th",
    {
      ...{ role: "columnheader", scope: "col", class: "column", tabindex: -1 },
      "aria-colindex": at + 2,
      title: [kindWords[column.kind], titleOf(column), `${column.profile} · ${column.region}`].join("\n"),
    },
    element("span", { class: "label" }, label),
    element("span", { class: "detail" }, isStale ? `stale · ${detail}` : detail),
  );
}

const kindWords = { cache: "Cache", cacheSecurityGroup: "Cache security group", account: "Account" } as const;

function titleOf({ label, detail, account, vpc, tags }: MapRow | MapColumn): string {
  return [label, detail, account && `account ${account}`, vpc, ...tags].filter(Boolean).join("\n");
}
