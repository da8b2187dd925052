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

/** The windows that have sent what has no end. */
export function windowsWithoutEnd(lines: readonly JournalLine[]): ReadonlySet<string> {
  return new Set(joined(lines).flatMap((told) => ("line" in told ? [windowOf(told.id)] : [])));
}

function joined(lines: readonly JournalLine[]): readonly Told[] {
  // By their id, in the order in which the last that was told of them came.
  const told = new Map<string | symbol, Told>();
  for (const line of lines) {
    if (!("line" in line)) {
      const key = line.id ?? Symbol("of before");
      told.delete(key);
      told.set(key, line);
    } else if (line.line === "sent") {
      told.set(line.id, line);
    } else {
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
  const { line: _, failure, ...entry } = { line: undefined, failure: undefined, ...known };
  return { ...entry, outcome, ...(failure && outcome === "failed" ? { failure } : {}) };
}

function withoutEnd({ line: _, ...sent }: SentLine, isOpen: (window: string) => boolean): HistoryEntry {
  return isOpen(windowOf(sent.id))
    ? { ...sent, outcome: "underWay" }
    : { ...sent, outcome: "inDoubt", failure: { kind: windowEnded } };
}
