import { readFile } from "node:fs/promises";
import type { Failure } from "../core/failures/failures";
import { type HistoryEntry, historyLine, parseHistoryLine } from "../core/history";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { appendLine, type Bounds } from "./appendLine";
import { segmentsIn } from "./segments";

export interface JournalOptions extends Bounds {
  /** Where the segments are; made when the first change is recorded. */
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Tells the user, the first time a change could not be recorded. */
  readonly tell: (text: string) => void;
}

/** 8 segments of 1 MiB: about 20,000 changes at some 400 bytes each. */
export const journalBounds: Bounds = { segmentBytes: 1024 * 1024, segments: 8 };

// Longer than any disk takes that works; a change does not wait longer for its line.
const patience = 500;

/** The local record of changes: lines of JSON in append-only files, shared by all windows of this machine. */
export class Journal {
  readonly #options: JournalOptions;
  /** One line after the other, so that the order is that of the answers. */
  #written: Promise<void> = Promise.resolve();
  #told = false;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Resolves when the line is written, or has failed, or takes too long. Never rejects. */
  async record(entry: HistoryEntry): Promise<void> {
    this.#written = this.#written.then(() => this.#write(entry));
    await this.#caughtUp();
  }

  /** What is recorded, by every window, the oldest first. Lines that cannot be read are left out. */
  async read(): Promise<Outcome<readonly HistoryEntry[]>> {
    await this.#caughtUp();
    let entries: readonly HistoryEntry[] = [];
    try {
      // One segment at a time: parsing all at once would hold up the extension host.
      for (const { file } of await segmentsIn(this.#options.folder)) {
        // As arguments, a segment of 200,000 lines would be more than a call takes.
        entries = entries.concat(await entriesOf(file));
      }
    } catch (error) {
      return failed(unreadable(this.#options.folder, error));
    }
    return succeeded(entries);
  }

  async #write(entry: HistoryEntry): Promise<void> {
    const { folder, log, tell } = this.#options;
    try {
      await appendLine(folder, historyLine(entry), this.#options);
    } catch (error) {
      log(`history: ${entry.action} in ${entry.target.profile}/${entry.target.region}: ${textOf(error)}`);
      if (!this.#told) {
        this.#told = true;
        tell(
          `The history does not record changes. The changes themselves are not affected: ${textOf(error)}`,
        );
      }
    }
  }

  async #caughtUp(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.#written, enough]);
    clearTimeout(timer);
  }
}

async function entriesOf(file: string): Promise<readonly HistoryEntry[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    // Another window has just deleted it as too old.
    if (error.code === "ENOENT") {
      return "";
    }
    throw error;
  });
  return text.split("\n").flatMap((line) => parseHistoryLine(line) ?? []);
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
