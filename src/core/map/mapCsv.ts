import { csvText } from "../formats/csv";
import { columnTitle, type MapReport } from "./mapReport";

/** The map as a table for spreadsheets: what it is about above, and below an empty line the grid. */
export function mapCsv({ title, facts, grid }: MapReport): string {
  return csvText([
    [title],
    ...facts,
    [""],
    ["Source", "What it is", "Account", ...grid.columns.map(columnTitle)],
    ...grid.rows.map((row) => [
      ...[row.label, row.detail, row.account ?? ""],
      ...grid.columns.map((column) => grid.cell(row, column).word),
    ]),
  ]);
}
