import { arrange, type Grid } from "../../core/map/arrange";
import { emptyMap } from "../../core/map/mapData";
import { plainView } from "../../core/map/mapView";
import { Axis, type AxisLine } from "./axis";
import { dataCell, rowHeader } from "./cells";
import type { Cursor } from "./cursor";
import { element } from "./element";
import { GridHead } from "./gridHead";
import type { Line } from "./gridLines";
import { closeGaps, follow, placed } from "./placeCells";

const rowHeight = 24;
const [spanHeight, columnHeight] = [24, 42];
const headHeight = spanHeight + columnHeight;
// What a character of a cell is wide, and what stands around its word.
const [characterWidth, padding] = [7, 8];
const [narrowest, widest] = [92, 168];

/** What is drawn: a grid, its lines from top to bottom, and by what its columns are grouped. */
interface Drawing {
  readonly grid: Grid;
  readonly lines: readonly Line[];
  readonly groupedBy: string;
}

/** The table as it is seen: of all its cells those are there that are in sight or near it, and the one that is kept. */
export class DrawnGrid {
  /** What scrolls, with the table in it. */
  readonly element: HTMLElement;
  readonly table = element("table", {
    ...{ role: "grid", "aria-label": "Access map" },
    "aria-description": "Arrow keys lead from cell to cell, Enter to what can be done with one",
  });
  readonly #onDrawn: (hadFocus: boolean) => void;
  readonly #head = new GridHead();
  readonly #body = element("tbody", { role: "rowgroup" });
  readonly #rows: Axis;
  readonly #columns: Axis;
  readonly #drawn = new Map<number, HTMLElement>();
  readonly #cells = new WeakMap<HTMLElement, Map<number, HTMLElement>>();
  #drawing: Drawing = { grid: arrange(emptyMap, plainView), lines: [], groupedBy: "" };
  #columnWidth = narrowest;
  #sourceWidth = 0;
  #isDue = false;

  /** `onDrawn`: other elements are there by now, and the focus may have gone with one that was there before. */
  constructor(onDrawn: (hadFocus: boolean) => void) {
    this.#onDrawn = onDrawn;
    this.table.append(this.#head.element, this.#body);
    this.element = element("div", { class: "scroller" }, this.table);
    const changed = () => this.#drawSoon();
    this.#rows = new Axis(this.element, false, 6, changed);
    this.#columns = new Axis(this.element, true, 3, changed);
    new ResizeObserver(() => this.#measure(false)).observe(this.element);
  }

  /** Draws another grid. */
  set(drawing: Drawing): void {
    this.#drawing = drawing;
    const { grid, lines, groupedBy } = drawing;
    this.#head.set(grid, groupedBy);
    this.table.setAttribute("aria-rowcount", String(lines.length + 2));
    this.table.setAttribute("aria-colcount", String(grid.columns.length + 1));
    this.#measure(true);
  }

  /** The cell that is there also where it is out of sight. */
  keep({ row, column }: Cursor): void {
    this.#rows.keep(row);
    this.#columns.keep(column);
  }

  /** Brings a cell into sight. */
  show({ row, column }: Cursor): void {
    this.#rows.show(row);
    this.#columns.show(column);
  }

  /** How many rows are seen at once, less the one that stays in sight from page to page. */
  get page(): number {
    return Math.max(1, Math.floor((this.element.clientHeight - headHeight) / rowHeight) - 1);
  }

  /** What is drawn at a place: its cell, or the heading that stands for its whole line. */
  elementAt({ row, column }: Cursor): HTMLElement | undefined {
    if (row === -1) {
      return column === -1 ? this.#head.corner : this.#head.headings.get(column);
    }
    const drawn = this.#drawn.get(row);
    return (drawn && this.#cells.get(drawn)?.get(column)) ?? this.#rowHeader(row);
  }

  /** The headings of a place's column and row. */
  headingsOf({ row, column }: Cursor): readonly (HTMLElement | undefined)[] {
    return [this.#head.headings.get(column), this.#rowHeader(row)];
  }

  /** Where something is that was drawn; `undefined` for what is no cell and no heading of one line. */
  cursorOf(target: Element): Cursor | undefined {
    const cell = target.closest("[aria-colindex]");
    const row = cell?.closest("tr");
    if (!cell || !row || this.#head.isOfGroups(row)) {
      return undefined;
    }
    return {
      row: Number(row.getAttribute("aria-rowindex")) - 3,
      column: Number(cell.getAttribute("aria-colindex")) - 2,
    };
  }

  #rowHeader(row: number): HTMLElement | undefined {
    const header = this.#drawn.get(row)?.firstElementChild;
    return header instanceof HTMLElement ? header : undefined;
  }

  /** The columns share the room that there is; where they are as wide as before, all stays as it is drawn. */
  #measure(isNew: boolean): void {
    const { grid, lines } = this.#drawing;
    const { clientWidth } = this.element;
    const before = Math.round(Math.max(180, Math.min(320, clientWidth * 0.28)));
    const room = (clientWidth - before - 2) / Math.max(1, grid.columns.length);
    const least = Math.max(narrowest, characterWidth * grid.longestWord + padding);
    const width = Math.floor(Math.min(widest, Math.max(least, room)));
    if (!isNew && width === this.#columnWidth && before === this.#sourceWidth) {
      return;
    }
    const hadFocus = this.table.contains(document.activeElement);
    [this.#columnWidth, this.#sourceWidth] = [width, before];
    this.table.style.setProperty("--source-width", `${before}px`);
    this.table.style.setProperty("--column-width", `${width}px`);
    this.#rows.set(lines.length, rowHeight, headHeight);
    this.#columns.set(grid.columns.length, width, before);
    this.table.style.height = `${this.#rows.total}px`;
    this.table.style.width = `${this.#columns.total}px`;
    this.#head.drawAnew(before, width);
    this.#body.replaceChildren();
    this.#drawn.clear();
    this.draw();
    this.#onDrawn(hadFocus);
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
        this.draw();
        this.#onDrawn(false);
      });
    }
  }

  /** Brings what is drawn in line with where one looks. */
  draw(): void {
    const { grid, lines } = this.#drawing;
    const [allRows, allColumns] = [this.#rows.drawn(), this.#columns.drawn()];
    const rows = dueNow(allRows, this.#drawn);
    const columns = dueNow(allColumns, this.#head.headings);
    if (rows !== allRows || columns !== allColumns) {
      this.#drawSoon();
    }
    this.#head.drawColumns(columns, grid);
    follow(this.#body, undefined, this.#drawn, rows, ({ index, start }) => {
      const line = lines[index];
      return line && this.#newRow(line, index, start);
    });
    for (const { index } of rows) {
      const [line, row] = [lines[index], this.#drawn.get(index)];
      if (line?.kind === "source" && row) {
        const cells = this.#cells.get(row) ?? new Map<number, HTMLElement>();
        this.#cells.set(row, cells);
        follow(row, row.firstElementChild, cells, columns, ({ index: at }) => {
          const column = grid.columns[at];
          return column && dataCell(grid.cell(line.row, column), at);
        });
        closeGaps(cells, columns, this.#columnWidth);
      }
    }
  }

  #newRow(line: Line, index: number, start: number): HTMLElement {
    const row = element(
      "tr",
      { role: "row", class: line.kind, "aria-rowindex": index + 3 },
      rowHeader(line, this.#drawing.grid.columns.length),
    );
    return placed(row, "top", start);
  }
}

/**
 * What is drawn in this frame: of what comes into sight all at once what is seen, since what is near it has time until
 * the next. A turn of the wheel leads to what was near.
 */
function dueNow(lines: readonly AxisLine[], known: ReadonlyMap<number, unknown>): readonly AxisLine[] {
  return lines.some(({ index, isSeen }) => isSeen && !known.has(index))
    ? lines.filter(({ index, isSeen }) => isSeen || known.has(index))
    : lines;
}
