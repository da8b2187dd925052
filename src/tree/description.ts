import { clockTime } from "../core/clockTime";
import { type Branch, branchState } from "../store/branch";

/** What a stale row adds to its description: since when its facts are not known to hold. Empty when fresh. */
export function staleNote(branch: Branch<unknown>): string {
  return branchState(branch) === "stale" && branch.readAt !== undefined
    ? `stale, read at ${clockTime(branch.readAt)}`
    : "";
}

/** Parts of a description, joined; empty ones left out. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(" · ");
}
