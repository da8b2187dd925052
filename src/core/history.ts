import { isObject } from "./isObject";
import type { Target } from "./target";

/** One change that was sent, as the history shows it. Names and numbers only: no key, no token, no message. */
export interface HistoryEntry {
  /** The same in all lines of the journal about it. Absent in lines of before there were two for each. */
  readonly id?: string;
  /** When the answer came, or the request was sent where none has: ISO 8601, UTC. */
  readonly time: string;
  readonly target: Target;
  /** The ARN that the change was made as, where STS had told it. */
  readonly caller?: string;
  /** The API operation: `AuthorizeCacheSecurityGroupIngress`. */
  readonly action: string;
  /** The request's parameters, in the API's spelling. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: HistoryOutcome;
  /** Why it failed, or is in doubt: the kind of the catalogue or `windowEnded`, and the wire's code. */
  readonly failure?: { readonly kind: string; readonly code?: string };
  readonly requestId?: string;
}

const endings = ["done", "unchanged", "failed", "inDoubt"] as const;

/** How a request ended. `unchanged`: it was so already. `inDoubt`: it may have been carried out. */
export type Ending = (typeof endings)[number];

/** `underWay`: it was sent by a window that is open, and has not ended yet. */
export type HistoryOutcome = Ending | "underWay";

/** The kind of what is in doubt since nobody was there any more to take the answer. */
export const windowEnded = "windowEnded";

/** Longer texts end here, so that no single change fills the journal. The API's own limits are far below it. */
export const longestText = 1_000;

/** The entry, or another line of the journal, as one line of JSON with its newline. */
export function historyLine(line: object): string {
  const short = (_: string, value: unknown) =>
    typeof value === "string" && value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  return `${JSON.stringify(line, short)}\n`;
}

/** The entry of a line; `undefined` for one that a crash tore, or that something else has written. */
export function parseHistoryLine(line: string): HistoryEntry | undefined {
  if (!line.startsWith("{")) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isEntry(value: unknown): value is HistoryEntry {
  return (
    isObject(value) &&
    isTextOrAbsent(value["id"]) &&
    isTextOrAbsent(value["caller"]) &&
    isRequest(value) &&
    isEnding(value["outcome"]) &&
    (value["failure"] === undefined ||
      (isObject(value["failure"]) &&
        typeof value["failure"]["kind"] === "string" &&
        isTextOrAbsent(value["failure"]["code"]))) &&
    isTextOrAbsent(value["requestId"])
  );
}

/** Whether it says when, where and what was sent. */
export function isRequest(
  value: Readonly<Record<string, unknown>>,
): value is Record<string, unknown> & Pick<HistoryEntry, "time" | "target" | "action" | "what"> {
  return (
    typeof value["time"] === "string" &&
    isObject(value["target"]) &&
    typeof value["target"]["profile"] === "string" &&
    typeof value["target"]["region"] === "string" &&
    typeof value["action"] === "string" &&
    isObject(value["what"])
  );
}

export function isEnding(value: unknown): value is Ending {
  return endings.some((ending) => ending === value);
}

export function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
