import type { Judged } from "./change";
import type { Ended } from "./end";
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
  /** What else is to be said at the end. */
  readonly besides?: string;
  /** What the caller gets, where it is not what the change says. */
  readonly asValue?: (ended: readonly Ended<Item, Answer>[]) => unknown;
  readonly signal?: AbortSignal;
}

/** Items that are sent without a look, where AWS itself says best what there is. */
export function unlooked<Item>(items: readonly Item[]): readonly Judged<Item, never>[] {
  return items.map((item) => ({ item, verdict: { kind: "toDo" } }));
}
