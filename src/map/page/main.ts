import { arrange } from "../../core/map/arrange";
import { emptyMap, type MapData } from "../../core/map/mapData";
import { mapFormats } from "../../core/map/mapFormats";
import { mapReport, viewWords } from "../../core/map/mapReport";
import { type MapView, plainView } from "../../core/map/mapView";
import { type FromPage, readToPage, readView } from "../../core/map/messages";
import { count } from "../../core/plural";
import { details } from "./cellDetails";
import { button, element } from "./element";
import { emptyState } from "./emptyState";
import { type Focused, GridView } from "./gridView";
import { bands } from "./targetBands";
import { Toolbar } from "./toolbar";
import "./mapPage.css";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const post = (message: FromPage) => vscode.postMessage(message);

let data: MapData = emptyMap;
let isReading = true;
let view: MapView = readView(vscode.getState()) ?? plainView;
let isDue = false;

const summary = element("p", { class: "summary" });
/** The same for whoever listens, without the time: said once something was read, not while pieces of it come. */
const said = element("p", { class: "spoken", role: "status" });
const targets = element("div", { class: "targets" });
const toolbar = new Toolbar(view, setView);
const headings = { target: "Profile · region", account: "Account", vpc: "VPC", tag: "Tag" } as const;
const footer = element("section", { class: "details", "aria-label": "Cell" });
const grid = new GridView({ moved: showDetails, chosen });
const place = element("div", { class: "place" });
const main = document.getElementById("map");
const head = element(
  "header",
  {},
  element("h1", {}, "Access Map"),
  summary,
  said,
  element(
    "div",
    { class: "actions" },
    element("span", { class: "export quiet" }, "Export as"),
    ...(["md", "csv", "svg"] as const).map((format) => {
      const { label, write } = mapFormats[format];
      const save = () =>
        post({ type: "save", format, text: write(mapReport(data, view, arrange(data, view))) });
      return button(label, save, { class: "export", "aria-label": `Export as ${label}` });
    }),
    button("Refresh", () => post({ type: "refresh" })),
  ),
);
main?.append(head, toolbar.element, targets, place, footer);

addEventListener("message", ({ data: message }: MessageEvent<unknown>) => {
  const known = readToPage(message);
  switch (known?.type) {
    case "map":
      data = known.map;
      isReading = known.isReading;
      drawSoon();
      return;
    case "find":
      setView({ ...plainView, group: view.group, tag: view.tag, query: known.query });
      return;
    case undefined:
      return;
  }
});
// Out of the grid the filter is one key away, as everywhere in the editor.
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "f") {
    event.preventDefault();
    document.getElementById("filter")?.focus();
  }
});
showDetails({ row: undefined, column: undefined, cell: undefined });
post({ type: "ready" });

function setView(next: MapView): void {
  view = next;
  vscode.setState(view);
  drawSoon();
}

function drawSoon(): void {
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  }
}

function draw(): void {
  const arranged = arrange(data, view);
  main?.setAttribute("aria-busy", String(isReading));
  // Nothing to filter, to sort or to write down yet.
  main?.classList.toggle("bare", data.columns.length === 0);
  toolbar.set(data, view);
  const words = data.columns.length === 0 ? "" : viewWords(view, arranged);
  summary.textContent = summaryOf(words);
  if (!isReading && said.textContent !== words) {
    said.textContent = words;
  }
  targets.replaceChildren(...[bands(data, post), pendingBand()].filter((each) => each !== undefined));
  const empty = emptyState(data, { view, grid: arranged, isReading }, { post, view: setView });
  if (empty) {
    place.replaceChildren(empty);
    footer.hidden = true;
    return;
  }
  footer.hidden = false;
  if (grid.element.parentElement !== place) {
    place.replaceChildren(grid.element);
  }
  grid.set(arranged, view.group === "tag" ? `Tag ${view.tag}` : headings[view.group]);
}

function summaryOf(shown: string): string {
  const at = data.at === "" ? "" : `as of ${data.at.slice(11, 19)} UTC`;
  return shown === "" ? "" : [shown, at].join(", ");
}

/** The targets that nobody has opened: the map says nothing about them. */
function pendingBand(): HTMLElement | undefined {
  const { length } = data.pending;
  return length === 0 || data.targets.length === 0
    ? undefined
    : element(
        "p",
        { class: "pending" },
        `${count(length, "more target")} in the tree ${length === 1 ? "was" : "were"} not read. `,
        button("Choose Targets…", () => post({ type: "chooseTargets" }), { class: "link" }),
      );
}

function showDetails(focused: Focused): void {
  footer.replaceChildren(...details(focused, post));
}

function chosen({ row, column }: Focused): void {
  if (column) {
    post({ type: "act", row: row?.key ?? "", column: column.key });
  }
}
