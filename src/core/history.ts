import type { Target } from "./target";

/** One change that was sent, as the journal keeps it. Names and numbers only: no key, no token, no message. */
export interface HistoryEntry {
  /** When the answer came: ISO 8601, UTC. */
  readonly time: string;
  readonly target: Target;
  /** The ARN that the change was made as, where STS had told it. */
  readonly caller?: string;
  /** The API operation: `AuthorizeCacheSecurityGroupIngress`. */
  readonly action: string;
  /** The request's parameters, in the API's spelling. */
  readonly what: Readonly<Record<string, unknown>>;
  readonly outcome: HistoryOutcome;
  /** Why it failed: the kind of the catalogue, and the wire's code. */
  readonly failure?: { readonly kind: string; readonly code?: string };
  readonly requestId?: string;
}

const outcomes = ["done", "unchanged", "failed"] as const;

/** `unchanged`: it was so already. `failed` says nothing about what AWS did where no answer came. */
export type HistoryOutcome = (typeof outcomes)[number];

/** Longer texts end here, so that no single change fills the journal. The API's own limits are far below it. */
const longestText = 1_000;

/** The entry as one line of JSON, with its newline. */
export function historyLine(entry: HistoryEntry): string {
  const short = (_: string, value: unknown) =>
    typeof value === "string" && value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  return `${JSON.stringify(entry, short)}\n`;
}

/** The entry of a line; `undefined` for one that a crash tore, or that something else has written. */
export function parseHistoryLine(line: string): HistoryEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is HistoryEntry {
  return (
    isObject(value) &&
    typeof value["time"] === "string" &&
    isObject(value["target"]) &&
    typeof value["target"]["profile"] === "string" &&
    typeof value["target"]["region"] === "string" &&
    isTextOrAbsent(value["caller"]) &&
    typeof value["action"] === "string" &&
    isObject(value["what"]) &&
    outcomes.some((outcome) => outcome === value["outcome"]) &&
    (value["failure"] === undefined ||
      (isObject(value["failure"]) &&
        typeof value["failure"]["kind"] === "string" &&
        isTextOrAbsent(value["failure"]["code"]))) &&
    isTextOrAbsent(value["requestId"])
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
