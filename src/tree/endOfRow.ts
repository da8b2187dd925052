import { endLine, endWords } from "../core/expiry/endWords";
import type { End } from "../core/expiry/expiry";
import { icons } from "./icons";
import type { RowIcon } from "./row";

/** What a row says of its end: a word for its context value, words to show and to speak, an icon, and a line more. */
export interface EndOfRow {
  readonly word: "expires" | "expired";
  readonly text: string;
  readonly icon: RowIcon;
  readonly line: string;
}

/** What ends first stands first, and what should have ended before all; what stays keeps its order behind it. */
export function endingFirst<T>(all: readonly T[], endOf: (one: T) => End | undefined): readonly T[] {
  const at = (one: T) => endOf(one)?.at ?? Number.MAX_VALUE;
  return all.some(endOf) ? [...all].sort((a, b) => at(a) - at(b)) : all;
}

/** `readAt`: when what the row shows was read, by the same clock as `now`. */
export function endOfRow(end: End | undefined, now: number, readAt = now): EndOfRow | undefined {
  if (!end) {
    return undefined;
  }
  const isOver = end.at <= now;
  if (isOver && end.isOthers && readAt < end.at) {
    // The other window may have revoked it: nobody here has looked.
    return {
      word: "expired",
      text: "was to expire, not read since",
      icon: icons.notKnown,
      line: endLine(end, now),
    };
  }
  return {
    word: isOver ? "expired" : "expires",
    text: endWords(end.at, now),
    icon: isOver ? icons.expired : icons.expires,
    line: endLine(end, now),
  };
}
