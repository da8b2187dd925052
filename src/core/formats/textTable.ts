import { shownText } from "../shownText";

/** The cells of one line. */
export type Cells = readonly string[];

// What is longer stands out of its column rather than widening the column for all.
const widest = 110;

/**
 * Lines of a table to read in an editor, the headings first, where there are any. Each cell is as it may be shown: a name
 * begins no line of its own.
 */
export function textTable(headings: Cells | undefined, rows: readonly Cells[]): readonly string[] {
  const lines = [...(headings ? [headings] : []), ...rows.map((row) => row.map(shownText))];
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((width, row) => Math.max(width, Math.min(widest, row[column]?.length ?? 0)), 0),
  );
  return lines.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
