import { readFile, stat } from "node:fs/promises";
import type { Failure } from "../core/failures/failures";
import { type HistoryEntry, historyLine } from "../core/history";
import { type CutOff, cutOffs } from "../core/journal/cutOff";
import { entriesOf, windowsWithoutEnd } from "../core/journal/entriesOf";
import type { JournalLine } from "../core/journal/journalLine";
import { parseJournalLine } from "../core/journal/parseJournalLine";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { appendLines, type Bounds } from "./appendLines";
import { inTime } from "./inTime";
import { forgetClosedWindows, isWindowOpen } from "./openWindows";
import { OwnWindow } from "./ownWindow";
import { segmentsIn } from "./segments";

export interface JournalOptions extends Bounds {
  /** Where the segments are; made when the first change is recorded. */
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Tells the user, the first time a change could not be recorded. */
  readonly tell: (text: string) => void;
  /** Called when this window has written lines. */
  readonly written?: () => void;
}

/** 16 segments of 1 MiB: about 12,000 changes at some 1,300 bytes for their lines, and those of their plan. */
export const journalBounds: Bounds = { segmentBytes: 1024 * 1024, segments: 16 };

// Longer than any disk takes that works; a change does not wait longer for its line.
const patience = 5_000;

/** The local record of changes: lines of JSON in append-only files, shared by all windows of this machine. */
export class Journal {
  readonly window: OwnWindow;
  readonly #options: JournalOptions;
  /** Lines that wait for those before them: what comes together is written together. */
  #waiting: string[] = [];
  #written: Promise<void> = Promise.resolve();
  #hasTold = false;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.window = new OwnWindow(options.folder);
  }

  /** Resolves when the line is on the disk, or has failed, or takes too long. Never rejects. */
  async write(line: JournalLine): Promise<void> {
    this.#waiting.push(historyLine(line));
    if (this.#waiting.length === 1) {
      this.#written = this.#written.then(() => this.#writeWaiting());
    }
    await inTime(this.#written, patience);
  }

  /** What is recorded, by every window, the oldest first. Lines that cannot be read are left out. */
  async read(): Promise<Outcome<readonly HistoryEntry[]>> {
    const told = await this.#told();
    return told.ok ? succeeded(entriesOf(told.value.lines, told.value.isOpen)) : told;
  }

  /** The same as long as no window has written anything: reading all of it anew would bring nothing new. */
  async standing(): Promise<string> {
    await inTime(this.#written, patience);
    const segments = await segmentsIn(this.#options.folder).catch(() => undefined);
    const sizes = (segments ?? [{ file: "unreadable" }]).map(({ file }) =>
      stat(file).then(
        ({ size }) => `${file} ${size}`,
        () => file,
      ),
    );
    return (await Promise.all(sizes)).join("\n");
  }

  /** What was cut off when its window ended, of every window, and not finished since. */
  async readCutOffs(): Promise<Outcome<readonly CutOff[]>> {
    const told = await this.#told();
    return told.ok ? succeeded(cutOffs(told.value.lines, told.value.isOpen)) : told;
  }

  /** Forgets the windows that are closed, once nothing hangs on it that they were open. */
  forgetClosedWindows(): Promise<void> {
    return forgetClosedWindows(this.#options.folder);
  }

  dispose(): void {
    this.window.dispose();
  }

  /** The lines, and which of the windows that have begun something without an end are open. */
  async #told(): Promise<Outcome<Told>> {
    await inTime(this.#written, patience);
    try {
      const lines = await this.#lines();
      const open = new Set<string>();
      const without = windowsWithoutEnd(lines);
      for (const window of without) {
        if (await isWindowOpen(this.#options.folder, window)) {
          open.add(window);
        }
      }
      // One that was closed meanwhile may have written its end before.
      const last = open.size < without.size ? await this.#lines() : lines;
      return succeeded({ lines: last, isOpen: (window) => open.has(window) });
    } catch (error) {
      return failed(unreadable(this.#options.folder, error));
    }
  }

  async #lines(): Promise<readonly JournalLine[]> {
    let lines: readonly JournalLine[] = [];
    // One segment at a time: parsing all at once would hold up the extension host.
    for (const { file } of await segmentsIn(this.#options.folder)) {
      // As arguments, a segment of 200,000 lines would be more than a call takes.
      lines = lines.concat(await linesOf(file));
    }
    return lines;
  }

  /** What has come meanwhile is the next writing's. */
  async #writeWaiting(): Promise<void> {
    const { segmentBytes } = this.#options;
    const lines = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < lines.length; ) {
      const some = lines.slice(from, from + fitting(lines.slice(from), segmentBytes));
      from += some.length;
      try {
        await appendLines(this.#options.folder, some.join(""), this.#options);
        this.#options.written?.();
      } catch (error) {
        this.#tellUnwritten(some, textOf(error));
      }
    }
  }

  #tellUnwritten(lines: readonly string[], why: string): void {
    const { log, tell } = this.#options;
    for (const line of lines) {
      log(`history: not written, ${why}: ${line.trimEnd()}`);
    }
    if (!this.#hasTold) {
      this.#hasTold = true;
      tell(`The history does not record changes. The changes themselves are not affected: ${why}`);
    }
  }
}

interface Told {
  readonly lines: readonly JournalLine[];
  readonly isOpen: (window: string) => boolean;
}

/** How many lines go into one segment together: one at least. */
function fitting(lines: readonly string[], bytes: number): number {
  let [number, size] = [0, 0];
  for (const line of lines) {
    size += Buffer.byteLength(line);
    if (number > 0 && size > bytes) {
      break;
    }
    number += 1;
  }
  return number;
}

async function linesOf(file: string): Promise<readonly JournalLine[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    // Another window has just deleted it as too old.
    if (error.code === "ENOENT") {
      return "";
    }
    throw error;
  });
  return text.split("\n").flatMap((line) => parseJournalLine(line) ?? []);
}

function unreadable(folder: string, error: unknown): Failure {
  return {
    kind: "unexpected",
    message: `The history in ${folder} could not be read: ${textOf(error)}. Changes are not affected`,
    ...(hasCode(error) ? { code: error.code } : {}),
  };
}

function hasCode(error: unknown): error is { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
