import type { Rule } from "../rules/rule";

/** The tag that says until when a rule is to be there. */
const expiresTag = "elasticache-access:expires";

/** Until when a rule is to be there, ISO 8601 in UTC; `undefined` where it says nothing that is a time. */
export function expiryOf({ tags }: Pick<Rule, "tags">): string | undefined {
  const time = Date.parse(tags[expiresTag] ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `expires 14:30` on the same day in UTC, `expires 2026-11-30` later, `expired` before. */
export function expiryWord(expiry: string, now: string): string {
  if (expiry <= now) {
    return "expired";
  }
  return `expires ${expiry.slice(0, 10) === now.slice(0, 10) ? expiry.slice(11, 16) : expiry.slice(0, 10)}`;
}
