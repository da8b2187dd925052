import type { End } from "../expiry/expiry";

/** Until when a rule or a grant is to be there, ISO 8601 in UTC; `undefined` where no end is known. */
export function expiryOf(end: Pick<End, "at"> | undefined): string | undefined {
  return end && new Date(end.at).toISOString();
}

/**
 * `expires 14:30 UTC` on the same day, `expires 2026-11-30` later, `expired` before: by no clock but UTC, which an
 * export is read by as well, wherever that is.
 */
export function expiryWord(expiry: string, now: string): string {
  if (expiry <= now) {
    return "expired";
  }
  return `expires ${expiry.slice(0, 10) === now.slice(0, 10) ? `${expiry.slice(11, 16)} UTC` : expiry.slice(0, 10)}`;
}

/** `until 2026-11-30 14:30:00 UTC`: what a cell says besides its word. */
export function untilWords(expiry: string): string {
  return `until ${expiry.slice(0, 19).replace("T", " ")} UTC`;
}
