import { arrange, type Grid } from "../../core/map/arrange";
import type { SaidCell } from "../../core/map/cellIndex";
import { whyOf } from "../../core/map/cellWhy";
import { emptyMap, type MapColumn, type MapRow } from "../../core/map/mapData";
import { plainView } from "../../core/map/mapView";
import { columnHeader, dataCell, rowHeader } from "./cells";
import { type Cursor, moved, within } from "./cursor";
import { closeGaps, follow, placed } from "./drawnCells";
import { element } from "./element";
import { listenToGrid } from "./gridInput";
import { type Line, linesOf, type Span, spansOf } from "./lines";
import { Axis } from "./virtual";

const rowHeight = 24;
const [spanHeight, columnHeight] = [24, 42];
const headHeight = spanHeight + columnHeight;
const [narrowest, widest, characterWidth] = [92, 168, 6];

/** What has the focus: a source, a column, or both. */
export interface Focused {
  readonly row: MapRow | undefined;
  readonly column: MapColumn | undefined;
  readonly cell: SaidCell | undefined;
}

interface Events {
  /** The focus is somewhere else, or what is there says something else. */
  moved(focused: Focused): void;
  /** Enter, a double click, or a click for the menu. */
  chosen(focused: Focused): void;
}

interface DrawnRow {
  readonly element: HTMLElement;
  readonly cells: Map<number, HTMLElement>;
}

/** The grid: of all its cells those that are seen are there, and the one with the focus. */
export class GridView {
  readonly element: HTMLElement;
  readonly #events: Events;
  readonly #table = element("table", {
    ...{ role: "grid", "aria-label": "Access map" },
    "aria-description": "Arrow keys lead from cell to cell, Enter to what can be done with one",
  });
  readonly #spansRow = element("tr", { role: "row", class: "spans", "aria-rowindex": 1 });
  readonly #headRow = element("tr", { role: "row", class: "heads", "aria-rowindex": 2 });
  readonly #body = element("tbody", { role: "rowgroup" });
  readonly #rows: Axis;
  readonly #columns: Axis;
  readonly #drawn = new Map<number, DrawnRow>();
  readonly #heads = new Map<number, HTMLElement>();
  #grid: Grid = arrange(emptyMap, plainView);
  #lines: readonly Line[] = [];
  #spans: readonly Span[] = [];
  #cursor: Cursor = { row: 0, column: 0 };
  #corner = element("th", {});
  #columnWidth = narrowest;
  #sourceWidth = 0;
  #isDue = false;
  /** The element that Tab leads to, and the headings of its column and row. */
  #marked: readonly (Element | undefined | null)[] = [];

  constructor(events: Events) {
    this.#events = events;
    const head = element("thead", { role: "rowgroup" }, this.#spansRow, this.#headRow);
    this.#table.append(head, this.#body);
    this.element = element("div", { class: "scroller" }, this.#table);
    const changed = () => this.#drawSoon();
    this.#rows = new Axis(this.element, false, 6, changed);
    this.#columns = new Axis(this.element, true, 3, changed);
    this.#listen();
    new ResizeObserver(() => this.#measure(false)).observe(this.element);
  }

  /** Shows another grid. The focus stays with what it is on, where that is still there. */
  set(grid: Grid, groupedBy: string): void {
    const hadFocus = this.#table.contains(document.activeElement);
    const [line, column] = [this.#lines[this.#cursor.row], this.#grid.columns[this.#cursor.column]];
    this.#grid = grid;
    this.#lines = linesOf(grid);
    this.#spans = spansOf(grid);
    const row = this.#lines.findIndex(({ key }) => key === line?.key);
    const at = grid.columns.findIndex(({ key }) => key === column?.key);
    this.#put({
      row: row < 0 ? this.#firstSource() : row,
      column: at < 0 ? Math.min(0, this.#cursor.column) : at,
    });
    this.#table.setAttribute("aria-rowcount", String(this.#lines.length + 2));
    this.#table.setAttribute("aria-colcount", String(grid.columns.length + 1));
    this.#corner = element(
      "th",
      { role: "columnheader", scope: "col", class: "corner", "aria-colindex": 1, tabindex: -1 },
      "Source",
    );
    const by = element("th", { role: "columnheader", class: "corner", "aria-colindex": 1 }, groupedBy);
    this.#spansRow.replaceChildren(by);
    this.#measure(true);
    this.#mark(hadFocus);
  }

  /** The columns share the room that there is; where they are as wide as before, all stays as it is drawn. */
  #measure(isNew: boolean): void {
    const { clientWidth } = this.element;
    const before = Math.round(Math.max(180, Math.min(320, clientWidth * 0.28)));
    const room = (clientWidth - before - 2) / Math.max(1, this.#grid.columns.length);
    const least = Math.max(narrowest, Math.min(widest, 8 + characterWidth * this.#grid.longestWord));
    const width = Math.floor(Math.max(least, Math.min(widest, room)));
    if (!isNew && width === this.#columnWidth && before === this.#sourceWidth) {
      return;
    }
    const hadFocus = this.#table.contains(document.activeElement);
    [this.#columnWidth, this.#sourceWidth] = [width, before];
    this.#table.style.setProperty("--source-width", `${before}px`);
    this.#table.style.setProperty("--column-width", `${width}px`);
    this.#rows.set(this.#lines.length, rowHeight, headHeight);
    this.#columns.set(this.#grid.columns.length, width, before);
    this.#table.style.height = `${this.#rows.total}px`;
    this.#table.style.width = `${this.#columns.total}px`;
    this.#drawSpans(before);
    this.#headRow.replaceChildren(this.#corner);
    this.#body.replaceChildren();
    this.#heads.clear();
    this.#drawn.clear();
    this.#draw();
    this.#mark(hadFocus);
  }

  /**
   * Once a frame: both axes tell of the same scrolling, one after the other, and what the first has drawn would have
   * to be laid out before the second is asked where it is. Scrolling is told of before a frame's own callbacks.
   */
  #drawSoon(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      requestAnimationFrame(() => {
        this.#isDue = false;
        this.#draw();
      });
    }
  }

  #draw(): void {
    const columns = this.#columns.drawn();
    const rows = this.#rows.drawn();
    follow(this.#headRow, this.#heads, columns, ({ index, start }) => {
      const column = this.#grid.columns[index];
      return column && placed(columnHeader(column, index), "left", start);
    });
    const there = new Set(rows.map(({ index }) => index));
    for (const [index, { element: old }] of this.#drawn) {
      if (!there.has(index)) {
        old.remove();
        this.#drawn.delete(index);
      }
    }
    let next = this.#body.firstChild;
    for (const { index, start } of rows) {
      const line = this.#lines[index];
      if (!line) {
        continue;
      }
      const known = this.#drawn.get(index);
      const row = known ?? { element: this.#newRow(line, index, start), cells: new Map() };
      this.#drawn.set(index, row);
      if (row.element === next) {
        next = next.nextSibling;
      } else {
        this.#body.insertBefore(row.element, next);
      }
      if (line.kind === "source") {
        follow(row.element, row.cells, columns, ({ index: at }) => {
          const column = this.#grid.columns[at];
          return column && dataCell(this.#grid.cell(line.row, column), at);
        });
        closeGaps(row.cells, columns, this.#columnWidth);
      }
    }
    this.#mark(false);
  }

  #newRow(line: Line, index: number, start: number): HTMLElement {
    const row = element(
      "tr",
      { role: "row", class: line.kind, "aria-rowindex": index + 3 },
      rowHeader(line, this.#grid.columns.length),
    );
    return placed(row, "top", start);
  }

  #drawSpans(before: number): void {
    const [first] = this.#spansRow.children;
    const spans = this.#spans.map(({ label, from, size }) => {
      const made = element(
        "th",
        {
          ...{ role: "columnheader", scope: "colgroup", class: "span", title: label },
          ...{ "aria-colindex": from + 2, "aria-colspan": size },
        },
        element("span", { class: "pinned" }, label),
      );
      made.style.width = `${size * this.#columnWidth}px`;
      return placed(made, "left", before + from * this.#columnWidth);
    });
    this.#spansRow.replaceChildren(...(first ? [first] : []), ...spans);
  }

  /** The one element that Tab leads to, and the headings of its row and column. */
  #mark(focus: boolean): void {
    const { row, column } = this.#cursor;
    const current = this.#elementAt(this.#cursor);
    const heads = [this.#heads.get(column), this.#drawn.get(row)?.element.firstElementChild];
    const [before, ...headsBefore] = this.#marked;
    if (before !== current) {
      before?.setAttribute("tabindex", "-1");
      before?.removeAttribute("aria-description");
      current?.setAttribute("tabindex", "0");
      // Whoever hears the word is told why it stands there, as the details below tell whoever sees it.
      const why = whyOf(this.#focused().cell).join(". ");
      if (why !== "") {
        current?.setAttribute("aria-description", why);
      }
    }
    for (const [at, head] of heads.entries()) {
      if (headsBefore[at] !== head) {
        headsBefore[at]?.classList.remove("current");
        head?.classList.add("current");
      }
    }
    this.#marked = [current, ...heads];
    if (focus) {
      current?.focus({ preventScroll: true });
    }
  }

  #elementAt({ row, column }: Cursor): HTMLElement | undefined {
    if (row === -1) {
      return column === -1 ? this.#corner : this.#heads.get(column);
    }
    const drawn = this.#drawn.get(row);
    const header = drawn?.element.firstElementChild;
    return drawn?.cells.get(column) ?? (header instanceof HTMLElement ? header : undefined);
  }

  #move(cursor: Cursor): void {
    this.#put(cursor);
    this.#rows.show(this.#cursor.row);
    this.#columns.show(this.#cursor.column);
    this.#land();
  }

  /** What is clicked at is seen already: nothing moves below the mouse. */
  #land(): void {
    this.#draw();
    this.#mark(true);
    this.#events.moved(this.#focused());
  }

  /** What has the focus is there, also where it is out of sight. */
  #put(cursor: Cursor): void {
    this.#cursor = within(cursor, { rows: this.#lines.length, columns: this.#grid.columns.length });
    this.#rows.keep(this.#cursor.row);
    this.#columns.keep(this.#cursor.column);
  }

  #firstSource(): number {
    return Math.max(
      0,
      this.#lines.findIndex(({ kind }) => kind === "source"),
    );
  }

  #focused(): Focused {
    const line = this.#lines[this.#cursor.row];
    const row = line?.kind === "source" ? line.row : undefined;
    const column = line?.kind === "heading" ? undefined : this.#grid.columns[this.#cursor.column];
    return { row, column, cell: row && column && this.#grid.cell(row, column) };
  }

  #listen(): void {
    listenToGrid(this.#table, {
      key: (key) => {
        const page = Math.max(1, Math.floor((this.element.clientHeight - headHeight) / rowHeight) - 1);
        const bounds = { rows: this.#lines.length, columns: this.#grid.columns.length, page };
        const to = moved(this.#cursor, key, bounds);
        if (to) {
          this.#move(to);
        }
        return to !== undefined;
      },
      pointed: (target) => {
        const cursor = this.#cursorAt(target);
        if (cursor) {
          this.#put(cursor);
          this.#land();
        }
        return cursor !== undefined;
      },
      chosen: () => this.#events.chosen(this.#focused()),
      focused: () => this.#events.moved(this.#focused()),
      back: () => this.#mark(true),
    });
  }

  #cursorAt(target: Element): Cursor | undefined {
    const cell = target.closest("[aria-colindex]");
    const row = cell?.closest("tr");
    if (!cell || !row || row === this.#spansRow) {
      return undefined;
    }
    return {
      row: Number(row.getAttribute("aria-rowindex")) - 3,
      column: Number(cell.getAttribute("aria-colindex")) - 2,
    };
  }
}
