import type { Failure } from "../failures/failures";

/** One that was made, with what it was answered with. */
export interface Made<Item, Answer> {
  readonly item: Item;
  readonly answer: Answer;
}

/** What became of one item. */
export type ItemEnd<Item, Answer> =
  /**
   * `made`: what it was answered with, and is ours to take back; unless it was `found`, and nobody knows how it was
   * before: then it may be somebody else's.
   */
  | { readonly outcome: "done"; readonly made?: Made<Item, Answer>; readonly found?: true }
  /** It was so already: never ours. */
  | { readonly outcome: "unchanged"; readonly answer?: Answer }
  | { readonly outcome: "failed"; readonly failure: Failure }
  /** Nothing was sent for it: the run was cancelled, or stopped, before its turn. */
  | { readonly outcome: "notStarted" };

/** An item and what became of it. */
export interface Ended<Item, Answer> {
  readonly item: Item;
  readonly end: ItemEnd<Item, Answer>;
}

export const notStarted = { outcome: "notStarted" } as const;

/** Those that ended in one way. */
export function those<Item, Answer>(
  ended: readonly Ended<Item, Answer>[],
  outcome: ItemEnd<Item, Answer>["outcome"],
): readonly Item[] {
  return ended.filter(({ end }) => end.outcome === outcome).map(({ item }) => item);
}

/** The first failure, in the order of the items. */
export function firstFailure(ended: readonly Ended<unknown, unknown>[]): Failure | undefined {
  return ended.flatMap(({ end }) => (end.outcome === "failed" ? [end.failure] : []))[0];
}
