import { type Branch, branchState } from "../store/branch";

/** What a stale row adds to its description: since when its facts are not known to hold. Empty when fresh. */
export function staleNote(branch: Branch<unknown>): string {
  return branchState(branch) === "stale" && branch.readAt !== undefined
    ? `stale, read at ${clockTime(branch.readAt)}`
    : "";
}

/** `10:42` or `10:42 AM`, as the user's system writes it. */
export function clockTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(milliseconds);
}

/** Parts of a description, joined; empty ones left out. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(" · ");
}
