/** Where the keyboard's focus is: -1 is the headings of the columns, and the headings of the rows. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page is. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
}

/**
 * Where a key leads, by the grid pattern of the ARIA Authoring Practices; `undefined` for a key that leads nowhere.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function moved({ row, column }: Cursor, { key, ctrl }: Key, bounds: Bounds): Cursor | undefined {
  const to = (nextRow: number, nextColumn: number) => within({ row: nextRow, column: nextColumn }, bounds);
  switch (key) {
    case "ArrowUp":
      return ctrl ? to(-1, column) : to(row - 1, column);
    case "ArrowDown":
      return ctrl ? to(bounds.rows, column) : to(row + 1, column);
    case "ArrowLeft":
      return ctrl ? to(row, -1) : to(row, column - 1);
    case "ArrowRight":
      return ctrl ? to(row, bounds.columns) : to(row, column + 1);
    case "Home":
      return ctrl ? to(-1, -1) : to(row, -1);
    case "End":
      return ctrl ? to(bounds.rows, bounds.columns) : to(row, bounds.columns);
    case "PageUp":
      return to(Math.max(row === -1 ? -1 : 0, row - bounds.page), column);
    case "PageDown":
      return to(row + bounds.page, column);
    default:
      return undefined;
  }
}

/** The nearest place that there is. */
export function within({ row, column }: Cursor, { rows, columns }: Pick<Bounds, "rows" | "columns">): Cursor {
  return {
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(-1, Math.min(columns - 1, column)),
  };
}
