import type { ItemEnd } from "../core/changes/end";
import { failureReach } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import type { Judged, Verdict } from "./change";
import type { How } from "./how";

type AlreadySo<Answer> = Extract<Verdict<Answer>, { readonly kind: "alreadySo" }>;

/** What is known to become of an item without sending it. */
export function decision<Item, Answer>(
  { item, verdict }: Judged<Item, Answer>,
  how: Pick<How<Item, Answer>, "undoing" | "confirmed" | "finishing">,
): ItemEnd<Item, Answer> | undefined {
  const { undoing = false, confirmed = false, finishing } = how;
  switch (verdict.kind) {
    case "toDo":
      return verdict.changed !== undefined && (undoing || confirmed)
        ? failed(changedSince(verdict.changed, undoing))
        : undefined;
    case "alreadySo": {
      const inDoubt = finishing?.inDoubt(item);
      if (inDoubt) {
        return doneBefore(item, verdict, inDoubt === "ours");
      }
      return verdict.missing && !undoing && !finishing
        ? failed(verdict.missing)
        : { outcome: "unchanged", ...("answer" in verdict ? { answer: verdict.answer } : {}) };
    }
    case "impossible":
      return failed(verdict.failure);
    case "notKnown":
      return undoing || failureReach(verdict.failure) === "target" ? failed(verdict.failure) : undefined;
  }
}

/** Done by a run that was cut off. Where nobody had looked before it, nobody knows whose it is. */
export function doneBefore<Item, Answer>(
  item: Item,
  verdict: AlreadySo<Answer>,
  isOurs: boolean,
): ItemEnd<Item, Answer> {
  return isOurs && "answer" in verdict && verdict.answer !== undefined
    ? { outcome: "done", made: { item, answer: verdict.answer } }
    : { outcome: "done" };
}

function failed(failure: Failure) {
  return { outcome: "failed" as const, failure };
}

function changedSince(now: string, undoing: boolean): Failure {
  return { kind: "changedSince", message: undoing ? now : `${now}. Nothing was sent` };
}
