import { cutOffWords } from "../../core/formats/cutOffWords";
import type { HistoryEntry } from "../../core/history";
import { agoWords } from "../../core/journal/agoWords";
import type { CutOff } from "../../core/journal/cutOff";
import { subjectKey, takesBack } from "../../core/journal/takesBack";
import type { Outcome } from "../../core/outcome";
import { spoken } from "../../tree/description";
import type { HistoryRow } from "../../tree/historyRow";
import { icons } from "../../tree/icons";
import { shortTooltip } from "../../tree/markdown";
import { changeId, changeRow } from "./changeRow";

/** How many changes are shown together. */
export const pageSize = 200;

interface Read {
  readonly entries: readonly HistoryEntry[];
  /** The newest of those that are about one thing. */
  readonly newest: ReadonlySet<HistoryEntry>;
  readonly cutOffs: readonly CutOff[];
  readonly standing: string;
}

interface Sources {
  readonly history: {
    read(): Promise<Outcome<readonly HistoryEntry[]>>;
    readCutOffs(): Promise<Outcome<readonly CutOff[]>>;
    standing(): Promise<string>;
  };
  readonly undoable: { of(request: string): unknown };
  readonly now: () => number;
}

/** The rows of the view of changes: what was cut off above, then the changes, the newest first, a page at a time. */
export class HistoryRows {
  readonly #sources: Sources;
  #read: Read | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  async page(from: number): Promise<readonly HistoryRow[]> {
    const standing = from === 0 ? await this.#sources.history.standing() : undefined;
    if (!this.#read || !isCurrent(this.#read, standing)) {
      const { history } = this.#sources;
      const [entries, cutOffs] = [await history.read(), await history.readCutOffs()];
      if (!entries.ok) {
        return [unread(entries.failure.message)];
      }
      this.#read = readFrom(entries.value, cutOffs.ok ? cutOffs.value : [], standing ?? "");
    }
    const { entries, cutOffs } = this.#read;
    const now = this.#sources.now();
    const left = entries.length - from - pageSize;
    return [
      ...(from === 0 ? cutOffs.map((each) => interrupted(each, now)) : []),
      ...entries.slice(from, from + pageSize).map((entry) => this.#row(entry, now)),
      ...(left > 0 ? [older(from + pageSize, left)] : []),
    ];
  }

  #row(entry: HistoryEntry, now: number): HistoryRow {
    const isUndoable =
      this.#sources.undoable.of(changeId(entry)) !== undefined ||
      (this.#read?.newest.has(entry) === true && takesBack(entry) !== undefined);
    return changeRow(entry, isUndoable, now);
  }
}

/** Whether it needs no reading anew: nothing was written, and nothing hangs on a window that may have been closed. */
function isCurrent(read: Read, standing: string | undefined): boolean {
  return (
    standing === undefined ||
    (read.standing === standing && !read.entries.some(({ outcome }) => outcome === "underWay"))
  );
}

function readFrom(oldestFirst: readonly HistoryEntry[], cutOffs: readonly CutOff[], standing: string): Read {
  const last = new Map(
    oldestFirst.filter(({ outcome }) => outcome === "done").map((entry) => [subjectKey(entry), entry]),
  );
  return {
    entries: oldestFirst.toReversed(),
    newest: new Set(last.values()),
    cutOffs: cutOffs.toReversed(),
    standing,
  };
}

function interrupted(cutOff: CutOff, now: number): HistoryRow {
  const [words, ago] = [cutOffWords(cutOff), agoWords(cutOff.time, now)];
  return {
    key: `interrupted/${cutOff.id}`,
    id: cutOff.id,
    drawn: {
      label: cutOff.title,
      description: `interrupted · ${words} · ${ago}`,
      contextValue: "interrupted",
      icon: icons.interrupted,
      tooltip: shortTooltip(cutOff.title, ["Interrupted when its window ended"], [words], [ago]),
      accessibilityLabel: spoken(cutOff.title, "interrupted when its window ended", words, ago),
      open: "leaf",
    },
  };
}

function older(from: number, left: number): HistoryRow {
  const label = left === 1 ? "1 older change" : `${left} older changes`;
  return {
    key: `olderChanges/${from}`,
    from,
    drawn: {
      label,
      description: "",
      contextValue: "olderChanges",
      icon: icons.others,
      tooltip: label,
      accessibilityLabel: `${label}, open to see the next ${Math.min(left, pageSize)}`,
      open: "collapsed",
    },
  };
}

function unread(message: string): HistoryRow {
  return {
    key: "unreadHistory",
    drawn: {
      label: "The history could not be read",
      description: message,
      contextValue: "unreadHistory",
      icon: icons.failure,
      tooltip: shortTooltip("The history could not be read", [message]),
      accessibilityLabel: spoken("The history could not be read", message),
      open: "leaf",
    },
  };
}
