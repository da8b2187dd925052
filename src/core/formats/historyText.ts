import type { HistoryEntry } from "../history";
import { type Cells, textTable } from "./textTable";

const headings: Cells = [
  "Time (UTC)",
  "Outcome",
  "Operation",
  "What",
  "Profile",
  "Region",
  "As",
  "Request ID",
];

/** The journal as a table to read, the newest change first. `entries` are in the journal's order, the oldest first. */
export function historyText(entries: readonly HistoryEntry[]): string {
  if (entries.length === 0) {
    return "No change has been sent from this machine yet. Each one that is will be listed here.\n";
  }
  const counted = entries.length === 1 ? "1 change" : `${entries.length} changes`;
  const lines = [
    `${counted} sent from this machine, the newest first`,
    "",
    ...textTable(headings, [...entries].reverse().map(cells)),
  ];
  return `${lines.join("\n")}\n`;
}

function cells({ time, target, caller, action, what, outcome, failure, requestId }: HistoryEntry): Cells {
  return [
    time.replace("T", " ").replace(/(?:\.\d+)?Z$/, ""),
    failure ? `${outcome}: ${[failure.kind, failure.code].filter(Boolean).join(", ")}` : outcome,
    action,
    // The operation's name says what each of its parameters is.
    Object.values(what)
      .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
      .join(" · "),
    target.profile,
    target.region,
    caller ?? "",
    requestId ?? "",
  ];
}
