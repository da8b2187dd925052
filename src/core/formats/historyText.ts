import { type HistoryEntry, type HistoryOutcome, windowEnded } from "../history";
import type { CutOff } from "../journal/cutOff";
import { cutOffWords } from "./cutOffWords";
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
export function historyText(entries: readonly HistoryEntry[], cutOff: readonly CutOff[] = []): string {
  if (entries.length === 0 && cutOff.length === 0) {
    return "No change has been sent from this machine yet. Each one that is will be listed here.\n";
  }
  const counted = entries.length === 1 ? "1 change" : `${entries.length} changes`;
  const lines = [
    ...cutOffLines(cutOff),
    `${counted} sent from this machine, the newest first`,
    "",
    ...textTable(headings, [...entries].reverse().map(cells)),
  ];
  return `${lines.join("\n")}\n`;
}

function cells({ time, target, caller, action, what, outcome, failure, requestId }: HistoryEntry): Cells {
  return [
    shownTime(time),
    [words[outcome], whyWords(failure)].filter(Boolean).join(": "),
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

/** What was cut off stands above: it is not among the changes, as far as it was not sent. */
function cutOffLines(cutOff: readonly CutOff[]): readonly string[] {
  return cutOff.length === 0
    ? []
    : [
        "Cut off when its window ended, and left to finish with the command Finish Interrupted Changes…",
        "",
        ...textTable(
          undefined,
          cutOff.toReversed().map((each) => [shownTime(each.time), each.title, cutOffWords(each)]),
        ),
        "",
      ];
}

function shownTime(time: string): string {
  return time.replace("T", " ").replace(/(?:\.\d+)?Z$/, "");
}

const words: Readonly<Record<HistoryOutcome, string>> = {
  done: "done",
  unchanged: "unchanged",
  failed: "failed",
  inDoubt: "in doubt",
  underWay: "under way",
};

function whyWords(failure: HistoryEntry["failure"]): string {
  return failure?.kind === windowEnded
    ? "the window ended before the answer came"
    : [failure?.kind, failure?.code].filter(Boolean).join(", ");
}
