import { type Ended, firstFailure } from "../core/changes/end";
import { type CommandResult, done, failedResult, unchanged } from "../core/commandResult";
import type { Expiry } from "../core/expiry/expiry";
import type { Target } from "../core/target";
import type { Change } from "./change";
import type { How } from "./how";

type Words<Item extends Target, Answer> = Pick<Change<Item, Answer>, "value" | "fields" | "expiry">;

/**
 * The result of a command: of one item what became of it; of several `done` when each is done or was so already,
 * `unchanged` when all were so already, `cancelled` when the user stopped it, else `failed` with the first
 * failure. The value of several is what became of each, in their order, whatever the outcome.
 */
export function resultOf<Item extends Target, Answer>(
  change: Words<Item, Answer>,
  ended: readonly Ended<Item, Answer>[],
  how: Pick<How<Item, Answer>, "many" | "asValue">,
  wasCancelled: boolean,
): CommandResult {
  const [only] = ended;
  if (!how.many && !how.asValue && only) {
    return resultOfOne(change, only);
  }
  const value = how.asValue ? how.asValue(ended) : ended.map((each) => entry(change, each));
  if (wasCancelled && ended.some(({ end }) => end.outcome === "notStarted")) {
    return { outcome: "cancelled", value };
  }
  const failure = firstFailure(ended);
  if (failure) {
    return { outcome: "failed", failure, value };
  }
  return { outcome: ended.every(({ end }) => end.outcome === "unchanged") ? "unchanged" : "done", value };
}

function resultOfOne<Item extends Target, Answer>(
  change: Words<Item, Answer>,
  { item, end }: Ended<Item, Answer>,
): CommandResult {
  switch (end.outcome) {
    case "done":
      return end.made
        ? { ...done(change.value(item, end.made.answer)), ...expiryOf(change, item, end.made.answer) }
        : done();
    case "unchanged":
      return "answer" in end ? unchanged(change.value(item, end.answer)) : unchanged();
    case "failed":
      return failedResult(end.failure);
    case "notStarted":
      return { outcome: "cancelled" };
  }
}

function entry<Item extends Target, Answer>(
  change: Words<Item, Answer>,
  { item, end }: Ended<Item, Answer>,
): object {
  const { outcome } = end;
  return {
    ...change.fields(item),
    outcome,
    ...(outcome === "failed" ? { failure: end.failure } : {}),
    ...(outcome === "done" && end.made ? expiryOf(change, item, end.made.answer) : {}),
  };
}

function expiryOf<Item extends Target, Answer>(
  change: Words<Item, Answer>,
  item: Item,
  answer: Answer,
): { readonly expiry?: Expiry } {
  const expiry = change.expiry?.(item, answer);
  return expiry ? { expiry } : {};
}
