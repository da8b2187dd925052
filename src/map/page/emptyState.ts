import type { Grid } from "../../core/map/arrange";
import type { MapData } from "../../core/map/mapData";
import { type MapView, plainView } from "../../core/map/mapView";
import type { FromPage } from "../../core/map/messages";
import { count } from "../../core/plural";
import { button, element } from "./element";

interface Empty {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly HTMLElement[];
}

/** What stands in place of the grid where there is nothing to draw; `undefined` where there is. */
export function emptyState(
  data: MapData,
  { view, grid, isReading }: { readonly view: MapView; readonly grid: Grid; readonly isReading: boolean },
  on: { readonly post: (message: FromPage) => void; readonly view: (view: MapView) => void },
): HTMLElement | undefined {
  const empty = emptyOf(data, view, grid, isReading, on);
  return (
    empty &&
    element(
      "div",
      { class: `empty${isReading ? " reading" : ""}`, role: "status" },
      element("h2", {}, empty.title),
      element("p", {}, empty.text),
      element("div", { class: "actions" }, ...empty.buttons),
    )
  );
}

function emptyOf(
  { targets, pending, columns, rows }: MapData,
  view: MapView,
  grid: Grid,
  isReading: boolean,
  on: { readonly post: (message: FromPage) => void; readonly view: (view: MapView) => void },
): Empty | undefined {
  if (grid.rows.length > 0 && grid.columns.length > 0) {
    return undefined;
  }
  const read = button(`Read ${count(pending.length, "Target")}`, () => on.post({ type: "readAll" }), {
    class: "primary",
  });
  const choose = button("Choose Targets…", () => on.post({ type: "chooseTargets" }));
  const reading = pending.length > 0 ? [read, choose] : [];
  if (isReading) {
    return { title: "Reading…", text: "Sources and caches appear as they are read.", buttons: [] };
  }
  if (targets.length === 0) {
    return pending.length === 0
      ? {
          title: "The tree shows no target",
          text: "Choose profiles and regions in the ElastiCache view; the map is made of them.",
          buttons: [],
        }
      : {
          title: "Nothing was read yet",
          text: "The map shows who reaches what in the profiles and regions that were read.",
          buttons: reading,
        };
  }
  if (view.query !== plainView.query || view.show !== plainView.show || view.compare) {
    const clear = () => on.view({ ...plainView, group: view.group, tag: view.tag });
    return {
      title: view.compare ? "The two do not differ" : "Nothing is left of the map",
      text: view.compare
        ? "Each source that reaches the one reaches the other too."
        : "No source and no cache is as the filter wants them.",
      buttons: [button("Show Everything", clear, { class: "primary" })],
    };
  }
  const failed = targets.some(({ state, failures }) => state === "failed" || failures.length > 0);
  if (columns.length === 0) {
    return {
      title: failed ? "No caches could be read" : "No caches",
      text: failed
        ? "The bands above say why."
        : "The targets that were read have no caches and no cache security groups.",
      buttons: reading,
    };
  }
  return rows.length === 0
    ? {
        title: failed ? "No source is known" : "Nobody is let in",
        text: `No rule and no grant that was read lets anybody in to the ${count(columns.length, "column")} of this map.`,
        buttons: reading,
      }
    : undefined;
}
