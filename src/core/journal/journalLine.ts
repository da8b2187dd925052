import {
  type Ending,
  type HistoryEntry,
  isEnding,
  isEntry,
  isObject,
  isRequest,
  isTextOrAbsent,
} from "../history";

/** A request that is about to be sent. Whoever finds no end to it knows that it may have been carried out. */
export interface SentLine extends Pick<HistoryEntry, "time" | "target" | "caller" | "action" | "what"> {
  readonly line: "sent";
  readonly id: string;
}

/** What became known of a change after its end: whose keys they were, or what a look told of it. */
export interface AmendedLine {
  readonly line: "amended";
  readonly id: string;
  readonly caller?: string;
  readonly outcome?: Ending;
}

/** One line of the journal. That of an end is the whole entry, as it was before there were others. */
export type JournalLine = HistoryEntry | SentLine | AmendedLine;

/** What a line says; `undefined` for one that a crash tore, or that something else has written. */
export function parseJournalLine(text: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) {
      return undefined;
    }
    switch (value["line"]) {
      case "sent":
        return isSent(value) ? value : undefined;
      case "amended":
        return isAmended(value) ? value : undefined;
      default:
        return isEntry(value) ? value : undefined;
    }
  } catch {
    return undefined;
  }
}

function isSent(value: Readonly<Record<string, unknown>>): value is Record<string, unknown> & SentLine {
  return typeof value["id"] === "string" && isTextOrAbsent(value["caller"]) && isRequest(value);
}

function isAmended(value: Readonly<Record<string, unknown>>): value is Record<string, unknown> & AmendedLine {
  return (
    typeof value["id"] === "string" &&
    isTextOrAbsent(value["caller"]) &&
    (value["outcome"] === undefined || isEnding(value["outcome"]))
  );
}

/** The window that gave a change its id: the part before the full stop. */
export function windowOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(".")));
}
