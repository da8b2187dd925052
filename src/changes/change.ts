import type { Made } from "../core/changes/end";
import type { Expiry } from "../core/expiry/expiry";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { ConfirmQuestion } from "../ui/ui";

/** What a look found about one item. */
export type Verdict<Answer = unknown> =
  /**
   * `changed`: it is not what it was read as before, and what it is now, as a sentence without its full stop. It is
   * left alone where nobody is asked about it. `unlooked`: nobody has looked.
   */
  | { readonly kind: "toDo"; readonly changed?: string; readonly unlooked?: true }
  /**
   * `why`: in words, for a plan. `answer`: as if this change had been answered, where the look saw it. `missing`:
   * there is nothing to take away, which is a failure for whoever asked for it.
   */
  | {
      readonly kind: "alreadySo";
      readonly why: string;
      readonly answer?: Answer;
      readonly missing?: Failure;
    }
  | { readonly kind: "impossible"; readonly failure: Failure }
  /** The look was refused, or got no answer. It is sent all the same: the permission to look may be missing alone. */
  | { readonly kind: "notKnown"; readonly failure: Failure };

/** An item with its verdict. The item may say more than the one that was looked at: what it was found to be. */
export interface Judged<Item, Answer> {
  readonly item: Item;
  readonly verdict: Verdict<Answer>;
}

/** A modal, and what is to be typed besides where it is not enough. */
export interface Question extends ConfirmQuestion {
  readonly typed?: {
    readonly title: string;
    readonly prompt: string;
    readonly text: string;
    readonly wrong: string;
  };
}

/** How one change ended, in one sentence. */
export interface EndMessage {
  readonly severity: "information" | "warning";
  readonly text: string;
  /** What else is to be said of it, behind whose it is: a text that goes on. */
  readonly besides?: string;
  /** False where there is nothing of ours to take back any more. */
  readonly canUndo: boolean;
}

/**
 * A change at AWS, of one item or a thousand. The sequence around it is the driver's (`run.ts`); a change says
 * only what is particular to it. It asks nobody and tells nobody.
 */
export interface Change<Item extends Target, Answer> {
  /** The command's id, with which the journal keeps what is to be sent: "revokeIngress". */
  readonly command: string;
  /** The command's title: "Revoke Ingress". */
  readonly title: string;
  /** What is being done while it is: "Revoking 12 grants". */
  doing(count: number): string;
  /** What those are that are done: "revoked". */
  readonly done: string;
  /** Why there is nothing to undo, where this is the way back: "somebody has revoked it already". */
  readonly undone: string;
  /** Equal for equal items. */
  key(item: Item): string;
  /** Equal for items that fail together: where a group is gone, it is gone for all of its items. */
  scope(item: Item): string;
  /** Reads what is there now, shows it, and judges each item, in their order. */
  look(items: readonly Item[]): Promise<readonly Judged<Item, Answer>[]>;
  /** Sends one, and shows the answer. */
  send(item: Item): Promise<Outcome<Answer>>;
  /**
   * What a look has found made by a request whose answer was lost: does what comes after that answer, and gives what it
   * is then. Nothing where it is not what was asked for, and so somebody else's.
   */
  found?(item: Item, answer: Answer): Promise<Answer | undefined>;
  /** Whether a refusal means that it is so already; of what is taken away, that it is not there. */
  alreadySo(failure: Failure): boolean;
  /** Whether the same request may well work in a few seconds. */
  isPassing(failure: Failure): boolean;
  /** What is asked before anything is sent. `decided`: those for which nothing is sent, whatever the answer. */
  question?(
    open: readonly Judged<Item, Answer>[],
    decided: readonly Judged<Item, Answer>[],
  ): Question | Promise<Question>;
  /** Says that one was so already; empty where nobody is to be told. */
  unchanged(item: Item): string;
  /** Follows one to its end, and says how it ended; nothing where the window closes meanwhile. */
  end(item: Item, answer: Answer): Promise<EndMessage | undefined>;
  /** The inverse, of those that were made. */
  undo?(made: readonly Made<Item, Answer>[]): Inverse;
  /** The params with which Copy as AWS CLI copies one. */
  copy?(item: Item): object | undefined;
  /** What a caller gets for one. */
  value(item: Item, answer: Answer): unknown;
  /** When one ends that was made, where it ends. */
  expiry?(item: Item, answer: Answer): Expiry | undefined;
  /** What names an item to a caller, as in `params`. */
  fields(item: Item): object;
  /** What the journal keeps of an item, to make it anew; what `fields` gives where it is not said. */
  kept?(item: Item): object;
  /** The same as a line of a report; what `fields` gives where it is not said. */
  cells?(item: Item): readonly string[];
}

/** A change with its items, whatever they are. */
export interface Inverse {
  into<R>(run: <Item extends Target, Answer>(change: Change<Item, Answer>, items: readonly Item[]) => R): R;
}

export function inverse<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  items: readonly Item[],
): Inverse {
  return { into: (run) => run(change, items) };
}
