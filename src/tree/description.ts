import { clockTime } from "../core/clockTime";
import { type Branch, branchState } from "../store/branch";

/** What a stale row adds to its description: since when its facts are not known to hold. Empty when fresh. */
export function staleNote(branch: Branch<unknown>): string {
  return branchState(branch) === "stale" && branch.readAt !== undefined
    ? `stale, read at ${clockTime(branch.readAt)}`
    : "";
}

/** When what is shown was read: `23:51`. Empty where it was not. */
export function readAtWords({ readAt }: Branch<unknown>): string {
  return readAt === undefined ? "" : clockTime(readAt);
}

/** Parts of what a screen reader says, joined by what it makes a pause of; empty ones left out. */
export function spoken(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join(", ");
}

/** Ports as they are said: a number alone may be anything. */
export function spokenPorts(words: string): string {
  return /^\d+$/.test(words) ? `port ${words}` : /^\d/.test(words) ? `ports ${words}` : words;
}
