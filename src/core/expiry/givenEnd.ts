import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";
import { type Duration, later, parseDuration } from "./duration";

/** When something is to end, as it was given: a moment, or so long after it was made. */
export type GivenEnd =
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "after"; readonly duration: Duration; readonly text: string };

/** AWS's own dates go no further. */
const last = Date.UTC(9999, 11, 31);

const time =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/i;

/**
 * Reads `expires`: a time or a duration of ISO 8601. A time without its zone is this machine's own. What is over
 * already is refused like what cannot be read.
 *
 * @param now milliseconds since 1970, by AWS's clock as far as it is known
 */
export function readEnd(value: unknown, now: number): Outcome<GivenEnd> {
  const given = typeof value === "string" ? parse(value.trim()) : undefined;
  if (!given) {
    return failed(
      invalidParameter(
        "expires",
        "expires is to be a time or a duration of ISO 8601, 2026-11-27T18:00Z or PT1H",
      ),
    );
  }
  const wrong = endProblem(given, now);
  return wrong === undefined ? succeeded(given) : failed(invalidParameter("expires", wrong));
}

/** Whether what is given is so already: the very moment, or no end where there is none. A duration begins anew. */
export function isEndAlready(given: GivenEnd | null, now: { readonly at: number } | undefined): boolean {
  return given ? given.kind === "at" && given.at === now?.at : now === undefined;
}

/** What is wrong with an end, by now: it may have been given a while ago, and AWS's clock may have told since. */
export function endProblem(given: GivenEnd, now: number): string | undefined {
  const at = endOf(given, now);
  if (at <= now) {
    return `expires is over already: ${new Date(at).toISOString()} is before ${new Date(now).toISOString()}, by AWS's clock`;
  }
  return Number.isFinite(at) && at <= last ? undefined : "expires is further away than any date";
}

/** The moment it is, where what it is for is made now. */
export function endOf(given: GivenEnd, now: number): number {
  return given.kind === "at" ? given.at : later(now, given.duration);
}

/** The text that stands for it in params. */
export function endText(given: GivenEnd): string {
  return given.kind === "at" ? new Date(given.at).toISOString() : given.text;
}

function parse(text: string): GivenEnd | undefined {
  const duration = parseDuration(text);
  if (duration) {
    return { kind: "after", duration, text };
  }
  const [, year, month, day, hour, minute, second = "0"] = time.exec(text) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) {
    return undefined;
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return undefined;
  }
  const zoned = text
    .toUpperCase()
    .replace(",", ".")
    .replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? undefined : { kind: "at", at };
}

/** JavaScript takes the 31st of February for a day in March. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
