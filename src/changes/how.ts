import type { Ended } from "../core/changes/end";
import type { Judged } from "./change";
import type { Guards } from "./guards";

/** How a change is run. */
export interface How<Item, Answer> {
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
  /** Stands for the answer to the change's question. */
  readonly confirmed?: boolean;
  /** What a plan or a review has found already: no look is needed before. */
  readonly planned?: readonly Judged<Item, Answer>[];
  /** Whether the caller named several: then the value is a list, with an entry for each. */
  readonly many?: boolean;
  /** Takes back what was made: looks first, and leaves alone what somebody else has changed since. */
  readonly undoing?: boolean;
  /** The guards that were asked already: of two changes that are one for whoever asked for them. */
  readonly guards?: Guards;
  /** What another change has made before this one, as a sentence: that stays true when this one fails. */
  readonly madeBefore?: string;
  /** Says nothing where it went well: the first of two changes. */
  readonly isFirstOfTwo?: boolean;
  /** Nobody has named the items: that one is gone by now is as it was to be, and no failure. */
  readonly isOfGone?: boolean;
  /** What else is to be said at the end. */
  readonly besides?: string;
  /** What the caller gets, where it is not what the change says. */
  readonly asValue?: (ended: readonly Ended<Item, Answer>[]) => unknown;
  readonly signal?: AbortSignal;
  /** Finishes what was cut off. */
  readonly finishing?: Finishing<Item, Answer>;
}

/** What a run has to know of the one that was cut off, and whose rest it is. */
export interface Finishing<Item, Answer> {
  /** The id of its plan. */
  readonly plan: string;
  /** Looks at what was done by it: that is told at the end, and taken back by Undo, with the rest. */
  before(): Promise<readonly Ended<Item, Answer>[]>;
  /** Whether an item was sent, and nobody took the answer; `ours`: what is so now is so by that. */
  inDoubt(item: Item): "ours" | "notKnown" | undefined;
  /** Told what a look has found before anything is sent. */
  looked(judged: readonly Judged<Item, Answer>[]): Promise<void>;
}

/** Items that are sent without a look, where AWS itself says best what there is. */
export function unlooked<Item>(items: readonly Item[]): readonly Judged<Item, never>[] {
  return items.map((item) => ({ item, verdict: { kind: "toDo", unlooked: true } }));
}
