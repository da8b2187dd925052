import type { End } from "../expiry/expiry";

/** Until when a rule or a grant is to be there, ISO 8601 in UTC; `undefined` where no end is known. */
export function expiryOf(end: Pick<End, "at"> | undefined): string | undefined {
  return end && new Date(end.at).toISOString();
}

/** `expires 14:30` on the same day in UTC, `expires 2026-11-30` later, `expired` before. */
export function expiryWord(expiry: string, now: string): string {
  if (expiry <= now) {
    return "expired";
  }
  return `expires ${expiry.slice(0, 10) === now.slice(0, 10) ? expiry.slice(11, 16) : expiry.slice(0, 10)}`;
}
