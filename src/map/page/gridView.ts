import { arrange, type Grid } from "../../core/map/arrange";
import type { SaidCell } from "../../core/map/cellIndex";
import { whyOf } from "../../core/map/cellWhy";
import { emptyMap, type MapColumn, type MapRow } from "../../core/map/mapData";
import { plainView } from "../../core/map/mapView";
import { type Cursor, moved, within } from "./cursor";
import { DrawnGrid } from "./drawnGrid";
import { listenToGrid } from "./gridInput";
import { type Line, linesOf } from "./gridLines";

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

/** The grid that one moves in: where the focus is, and where keys and the mouse lead. */
export class GridView {
  readonly #events: Events;
  readonly #drawn = new DrawnGrid((hadFocus) => this.#mark(hadFocus));
  #grid: Grid = arrange(emptyMap, plainView);
  #lines: readonly Line[] = [];
  #cursor: Cursor = { row: 0, column: 0 };
  /** The element that Tab leads to, and the headings of its column and row. */
  #marked: readonly (Element | undefined)[] = [];

  constructor(events: Events) {
    this.#events = events;
    this.#listen();
  }

  get element(): HTMLElement {
    return this.#drawn.element;
  }

  /** Shows another grid. The focus stays with what it is on, where that is still there. */
  set(grid: Grid, groupedBy: string): void {
    const [line, column] = [this.#lines[this.#cursor.row], this.#grid.columns[this.#cursor.column]];
    this.#grid = grid;
    this.#lines = linesOf(grid);
    const row = this.#lines.findIndex(({ key }) => key === line?.key);
    const at = grid.columns.findIndex(({ key }) => key === column?.key);
    this.#put({
      row: row < 0 ? this.#firstSource() : row,
      column: at < 0 ? Math.min(0, this.#cursor.column) : at,
    });
    this.#drawn.set({ grid, lines: this.#lines, groupedBy });
  }

  /** The one element that Tab leads to, and the headings of its row and column. */
  #mark(focus: boolean): void {
    const current = this.#drawn.elementAt(this.#cursor);
    const heads = this.#drawn.headingsOf(this.#cursor);
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

  #move(cursor: Cursor): void {
    this.#put(cursor);
    this.#drawn.show(this.#cursor);
    this.#land();
  }

  /** What is clicked at is seen already: nothing moves below the mouse. */
  #land(): void {
    this.#drawn.draw();
    this.#mark(true);
    this.#events.moved(this.#focused());
  }

  /** What has the focus is there, also where it is out of sight. */
  #put(cursor: Cursor): void {
    this.#cursor = within(cursor, { rows: this.#lines.length, columns: this.#grid.columns.length });
    this.#drawn.keep(this.#cursor);
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
    listenToGrid(this.#drawn.table, {
      key: (key) => {
        const { page } = this.#drawn;
        const bounds = { rows: this.#lines.length, columns: this.#grid.columns.length, page };
        const to = moved(this.#cursor, key, bounds);
        if (to) {
          this.#move(to);
        }
        return to !== undefined;
      },
      pointed: (target) => {
        const cursor = this.#drawn.cursorOf(target);
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
}
