import { endWithout } from "./scan";

/** Some lines that are read as one, and the first one's number, counted from 1. */
export interface LogicalLine {
  readonly line: number;
  readonly content: string;
}

/**
 * The lines, each with those that it goes on in: after a backslash, or a backtick in PowerShell. Nothing comes where
 * one is not at its end yet, so that somebody else can have a turn.
 */
export function* logicalLines(text: string): Generator<LogicalLine | undefined> {
  let begun: LogicalLine | undefined;
  for (const { line, content: whole } of lines(text)) {
    const content = withoutContinuation(whole);
    begun = begun ? { line: begun.line, content: begun.content + content } : { line, content };
    const goesOn = content !== whole;
    yield goesOn ? undefined : begun;
    begun = goesOn ? begun : undefined;
  }
  yield begun;
}

/** The lines as they are, whichever way they end. */
function* lines(text: string): Generator<LogicalLine> {
  let [line, at] = [1, 0];
  let [feed, carriage] = [0, 0];
  while (at <= text.length) {
    feed = feed < at || at === 0 ? next(text, "\n", at) : feed;
    carriage = carriage < at || at === 0 ? next(text, "\r", at) : carriage;
    const end = Math.min(feed, carriage);
    yield { line, content: text.slice(at, end) };
    at = end + (end === carriage && feed === end + 1 ? 2 : 1);
    line += 1;
  }
}

function next(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

/** The line with a space in the place of what says that it goes on. */
function withoutContinuation(line: string): string {
  const end = endWithout(line, " \t");
  return end > 0 && "\\`".includes(line.charAt(end - 1)) ? `${line.slice(0, end - 1)} ` : line;
}
