import type { Grid } from "../../core/map/arrange";
import type { AxisLine } from "./axis";
import { columnHeader } from "./cells";
import { element } from "./element";
import { type Span, spansOf } from "./gridLines";
import { follow, placed } from "./placeCells";

/** The two rows above the sources: by what the columns are grouped, and each column's own heading. */
export class GridHead {
  readonly #spansRow = element("tr", { role: "row", class: "spans", "aria-rowindex": 1 });
  readonly #headRow = element("tr", { role: "row", class: "heads", "aria-rowindex": 2 });
  readonly element = element("thead", { role: "rowgroup" }, this.#spansRow, this.#headRow);
  /** By their columns: those that are drawn. */
  readonly headings = new Map<number, HTMLElement>();
  corner = element("th", {});
  #grouping = element("th", {});
  #spans: readonly Span[] = [];

  set(grid: Grid, groupedBy: string): void {
    const corner = { role: "columnheader", class: "corner", "aria-colindex": 1 };
    this.corner = element("th", { ...corner, scope: "col", tabindex: -1 }, "Source");
    this.#grouping = element("th", corner, groupedBy);
    this.#spans = spansOf(grid);
  }

  /** Draws the groups for columns of a width, behind the sources' own column, and no column yet. */
  drawAnew(sourceWidth: number, columnWidth: number): void {
    const spans = this.#spans.map(({ label, from, size }) => {
      const made = element(
        "th",
        {
          ...{ role: "columnheader", scope: "colgroup", class: "span", title: label },
          ...{ "aria-colindex": from + 2, "aria-colspan": size },
        },
        element("span", { class: "pinned" }, label),
      );
      made.style.width = `${size * columnWidth}px`;
      return placed(made, "left", sourceWidth + from * columnWidth);
    });
    this.#spansRow.replaceChildren(this.#grouping, ...spans);
    this.#headRow.replaceChildren(this.corner);
    this.headings.clear();
  }

  drawColumns(columns: readonly AxisLine[], { columns: all }: Grid): void {
    follow(this.#headRow, this.corner, this.headings, columns, ({ index, start }) => {
      const column = all[index];
      return column && placed(columnHeader(column, index), "left", start);
    });
  }

  /** Whether a row is that of the groups, where nothing can have the focus. */
  isOfGroups(row: Element): boolean {
    return row === this.#spansRow;
  }
}
