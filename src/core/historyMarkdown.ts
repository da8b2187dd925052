import type { HistoryEntry } from "./history";

type Cells = readonly string[];

const headings: Cells = ["Time (UTC)", "Outcome", "Action", "What", "Profile", "Region", "As", "Request ID"];

// Columns are lined up for readers of the text itself. What is longer stands out rather than widening all rows.
const widest = 60;

/** The journal as a page: a table, the newest change first. `entries` are in the journal's order, the oldest first. */
export function historyMarkdown(entries: readonly HistoryEntry[]): string {
  const counted = entries.length === 1 ? "1 change" : `${entries.length} changes`;
  const title = "# History of changes\n\n";
  if (entries.length === 0) {
    return `${title}No change has been sent from this machine yet. Each one that is will be listed here.\n`;
  }
  const rows = [...entries].reverse().map(cells);
  const widths = headings.map((heading, column) =>
    rows.reduce((width, row) => Math.min(widest, Math.max(width, row[column]?.length ?? 0)), heading.length),
  );
  const line = (row: Cells) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${title}${counted}, the newest first. Export History writes them to a file.\n\n${[line(headings), rule, ...rows.map(line)].join("\n")}\n`;
}

function cells({ time, target, caller, action, what, outcome, failure, requestId }: HistoryEntry): Cells {
  return [
    time.replace("T", " ").replace(/\.\d+Z$|Z$/, ""),
    failure ? `${outcome}: ${[failure.kind, failure.code].filter(Boolean).join(", ")}` : outcome,
    action,
    Object.entries(what)
      .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(", "),
    target.profile,
    target.region,
    caller ?? "",
    requestId ?? "",
  ].map(escaped);
}

/** A name may hold anything: none may end its cell, or be more than text in a preview. */
function escaped(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/[\\|`*[\]<&]/g, "\\$&");
}
