import type { HistoryEntry } from "./history";

type Cells = readonly string[];

const headings: Cells = [
  "Time (UTC)",
  "Outcome",
  "Operation",
  "Profile",
  "Region",
  "What",
  "As",
  "Request ID",
];

// What is longer stands out of its column rather than widening the column for all.
const widest = 110;

/** The journal as a table to read, the newest change first. `entries` are in the journal's order, the oldest first. */
export function historyText(entries: readonly HistoryEntry[]): string {
  if (entries.length === 0) {
    return "No change has been sent from this machine yet. Each one that is will be listed here.\n";
  }
  const rows = [...entries].reverse().map(cells);
  const widths = headings.map((heading, column) =>
    rows.reduce((width, row) => Math.max(width, Math.min(widest, row[column]?.length ?? 0)), heading.length),
  );
  const line = (row: Cells) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const counted = entries.length === 1 ? "1 change" : `${entries.length} changes`;
  const lines = [
    `${counted} sent from this machine, the newest first`,
    "",
    line(headings),
    ...rows.map(line),
  ];
  return `${lines.join("\n")}\n`;
}

function cells({ time, target, caller, action, what, outcome, failure, requestId }: HistoryEntry): Cells {
  return [
    time.replace("T", " ").replace(/(?:\.\d+)?Z$/, ""),
    failure ? `${outcome}: ${[failure.kind, failure.code].filter(Boolean).join(", ")}` : outcome,
    action,
    target.profile,
    target.region,
    Object.entries(what)
      .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(", "),
    caller ?? "",
    requestId ?? "",
  ].map(onOneLine);
}

/** A name may hold anything: none may begin a line of its own, or turn the rest of its line round. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");
}
