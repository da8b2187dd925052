import type { Ending, HistoryEntry } from "../history";
import type { Params } from "../params";

/** A request that is about to be sent. Whoever finds no end to it knows that it may have been carried out. */
export interface SentLine extends Pick<HistoryEntry, "time" | "target" | "caller" | "action" | "what"> {
  readonly line: "sent";
  readonly id: string;
  /** The plan that it is of, and which of its items it is for. */
  readonly of?: ItemOfPlan;
}

export interface ItemOfPlan {
  readonly plan: string;
  /** Counted from 0. */
  readonly item: number;
}

/** What became known of a change after its end: whose keys they were, or what a look told of it. */
export interface AmendedLine {
  readonly line: "amended";
  readonly id: string;
  readonly caller?: string;
  readonly outcome?: Ending;
}

/** What a command is about to send, so that it can be finished where its window ends in the middle of it. */
export interface PlanLine {
  readonly line: "plan";
  readonly id: string;
  readonly time: string;
  /** The command's id, its title, and what those are that are done: "authorized". */
  readonly command: string;
  readonly title: string;
  readonly done: string;
  /** The params of each. */
  readonly items: readonly Params[];
  /** Whether a look has told of each that it was not so before. */
  readonly looked: boolean;
  /** The plan that was cut off, whose rest this is. */
  readonly finishes?: string;
}

/** Everything of a plan has ended, or was given up by somebody who knew. */
export interface PlanEndedLine {
  readonly line: "planEnded";
  readonly id: string;
}

/** A window is about to say that a plan was cut off: no other does while it is open. */
export interface OfferedLine {
  readonly line: "offered";
  /** The plan's. */
  readonly id: string;
  readonly window: string;
}

/** Somebody has answered the message, or sent it away: it is not shown again. */
export interface AnsweredLine {
  readonly line: "answered";
  /** The plan's. */
  readonly id: string;
}

/** One line of the journal. That of an end is the whole entry, as it was before there were others. */
export type JournalLine =
  | HistoryEntry
  | SentLine
  | AmendedLine
  | PlanLine
  | PlanEndedLine
  | OfferedLine
  | AnsweredLine;

/** The window that gave a change or a plan its id: the part before the full stop. */
export function windowOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(".")));
}
