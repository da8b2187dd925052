import type { HistoryEntry } from "../history";
import { csvText } from "./csv";

const columns: readonly (readonly [name: string, value: (entry: HistoryEntry) => string])[] = [
  ["time", ({ time }) => time],
  ["profile", ({ target }) => target.profile],
  ["region", ({ target }) => target.region],
  ["caller", ({ caller }) => caller ?? ""],
  ["action", ({ action }) => action],
  ["parameters", ({ what }) => json(what)],
  ["outcome", ({ outcome }) => outcome],
  ["failure", ({ failure }) => failure?.kind ?? ""],
  ["code", ({ failure }) => failure?.code ?? ""],
  ["requestId", ({ requestId }) => requestId ?? ""],
];

/** The entries as a table with a header. */
export function historyCsv(entries: readonly HistoryEntry[]): string {
  const rows = [columns.map(([name]) => name), ...entries.map((entry) => columns.map(([, of]) => of(entry)))];
  return csvText(rows);
}

/** JSON in which nothing parts a line of a table: a semicolon is escaped, as a tab always is. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll(";", "\\u003b");
}
