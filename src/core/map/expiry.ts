import { endOfTags } from "../expiry/expiry";
import type { Rule } from "../rules/rule";

/** Until when a rule is to be there, ISO 8601 in UTC; `undefined` where it says nothing that is a time. */
export function expiryOf({ tags }: Pick<Rule, "tags">): string | undefined {
  const end = endOfTags(tags);
  return end && new Date(end.at).toISOString();
}

/** `expires 14:30` on the same day in UTC, `expires 2026-11-30` later, `expired` before. */
export function expiryWord(expiry: string, now: string): string {
  if (expiry <= now) {
    return "expired";
  }
  return `expires ${expiry.slice(0, 10) === now.slice(0, 10) ? expiry.slice(11, 16) : expiry.slice(0, 10)}`;
}
