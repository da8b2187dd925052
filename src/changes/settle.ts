import type { Ended, ItemEnd } from "../core/changes/end";
import { nothingChanged } from "../core/failures/aftermath";
import { isInDoubt } from "../core/failures/failureScope";
import type { Target } from "../core/target";
import type { Change, Judged, Verdict } from "./change";

/**
 * Settles by a look what was left in doubt: a request without an answer that counts may have been carried out.
 * What is so now and was not before is ours; what no look can tell stays in doubt.
 */
export async function settle<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  sent: readonly (Ended<Item, Answer> & { readonly before: Verdict<Answer> })[],
): Promise<readonly ItemEnd<Item, Answer>[]> {
  const open = sent.filter(({ end }) => end.outcome === "failed" && isInDoubt(end.failure));
  const looked = open.length === 0 ? [] : await change.look(open.map(({ item }) => item));
  const found = new Map(open.map((each, index) => [each, looked[index]]));
  return Promise.all(
    sent.map((each) => {
      const now = found.get(each);
      const end = now ? settled(each, now) : sure(each);
      return end === each.end ? end : takenUp(change, end);
    }),
  );
}

/** What was found made, and is ours: what comes after its answer is done now. What is not what was asked for is not ours. */
export async function takenUp<Item extends Target, Answer>(
  change: Pick<Change<Item, Answer>, "found">,
  end: ItemEnd<Item, Answer>,
): Promise<ItemEnd<Item, Answer>> {
  if (end.outcome !== "done" || !end.made || end.found || !change.found) {
    return end;
  }
  const { item, answer } = end.made;
  const now = await change.found(item, answer);
  return now === undefined
    ? { outcome: "done", made: end.made, found: true }
    : { outcome: "done", made: { item, answer: now } };
}

function settled<Item, Answer>(
  { item, end, before }: Ended<Item, Answer> & { readonly before: Verdict<Answer> },
  now: Judged<Item, Answer>,
): ItemEnd<Item, Answer> {
  if (end.outcome !== "failed") {
    return end;
  }
  const { verdict } = now;
  if (verdict.kind === "alreadySo") {
    // Where nobody knows how it was before, nobody knows whose it is.
    return before.kind === "toDo" && "answer" in verdict
      ? sure({ before, end: { outcome: "done", made: { item, answer: verdict.answer }, found: true } })
      : { outcome: "done", ...(wasLookedAt(before) ? {} : { found: true }) };
  }
  return verdict.kind === "toDo" && verdict.changed === undefined
    ? { outcome: "failed", failure: nothingChanged(end.failure) }
    : { outcome: "failed", failure: { ...end.failure, inDoubt: true } };
}

/** What was found made, where a look has told that it was not so before, is ours. */
function sure<Item, Answer>({
  before,
  end,
}: {
  readonly before: Verdict<Answer>;
  readonly end: ItemEnd<Item, Answer>;
}): ItemEnd<Item, Answer> {
  return end.outcome === "done" && end.made && end.found && wasLookedAt(before)
    ? { outcome: "done", made: end.made }
    : end;
}

function wasLookedAt(before: Verdict<unknown>): boolean {
  return before.kind === "toDo" && before.unlooked !== true;
}
