import { type HistoryEntry, windowEnded } from "../history";
import { type AmendedLine, type JournalLine, type SentLine, windowOf } from "./journalLine";

type Told = HistoryEntry | SentLine;

/**
 * One entry for each change, in the order of their ends. A change without an end is under way while its window is
 * open, and in doubt where that is gone: nobody took the answer.
 */
export function entriesOf(
  lines: readonly JournalLine[],
  isOpen: (window: string) => boolean,
): readonly HistoryEntry[] {
  return joined(lines).map((told) => ("line" in told ? withoutEnd(told, isOpen) : told));
}

/** The windows of which it matters whether they are open: they have begun what has no end, or say that another has. */
export function windowsWithoutEnd(lines: readonly JournalLine[]): ReadonlySet<string> {
  const open = new Map(
    joined(lines).flatMap((told) => ("line" in told ? [[told.id, windowOf(told.id)]] : [])),
  );
  for (const line of lines.filter((each) => "line" in each)) {
    if (line.line === "plan") {
      open.set(line.id, windowOf(line.id));
    } else if (line.line === "offered") {
      open.set(`offered ${line.id} ${line.window}`, line.window);
    } else if (line.line === "planEnded") {
      open.delete(line.id);
    }
  }
  return new Set(open.values());
}

function joined(lines: readonly JournalLine[]): readonly Told[] {
  // By their id, in the order in which their ends came.
  const told = new Map<string | symbol, Told>();
  for (const line of lines) {
    if (!("line" in line)) {
      const key = line.id ?? Symbol("of before");
      told.delete(key);
      told.set(key, line);
    } else if (line.line === "sent") {
      told.set(line.id, line);
    } else if (line.line === "amended") {
      const known = told.get(line.id);
      if (known) {
        told.set(line.id, amended(known, line));
      }
    }
  }
  return [...told.values()];
}

function amended(told: Told, { caller, outcome }: AmendedLine): Told {
  const known = caller === undefined ? told : { ...told, caller };
  if (outcome === undefined) {
    return known;
  }
  const entry = "line" in known ? withoutEnd(known, () => false) : known;
  const { failure, ...rest } = { failure: undefined, ...entry };
  return { ...rest, outcome, ...(failure && outcome === "failed" ? { failure } : {}) };
}

function withoutEnd(
  { line: _, of: __, ...sent }: SentLine,
  isOpen: (window: string) => boolean,
): HistoryEntry {
  return isOpen(windowOf(sent.id))
    ? { ...sent, outcome: "underWay" }
    : { ...sent, outcome: "inDoubt", failure: { kind: windowEnded } };
}
