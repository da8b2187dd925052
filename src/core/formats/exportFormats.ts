import { type HistoryEntry, historyLine } from "../history";
import { historyCsv } from "./historyCsv";

/** The formats of Export History, by the names that params have for them. */
export const exportFormats = {
  jsonl: {
    label: "JSON Lines",
    detail: "One object a line, as the history itself keeps them",
    write: (entries: readonly HistoryEntry[]) => entries.map(historyLine).join(""),
  },
  csv: { label: "CSV", detail: "A table for spreadsheets", write: historyCsv },
} as const;

export type ExportFormat = keyof typeof exportFormats;

export function isExportFormat(text: string): text is ExportFormat {
  return Object.hasOwn(exportFormats, text);
}
