import type { Judged, Verdict } from "../../changes/change";
import type { Failure } from "../../core/failures/failures";
import { firstSentence } from "../../core/failures/failures";

/**
 * What a second look makes of an item, compared with what was planned, and so confirmed: where it is another thing
 * by now nothing is sent for it. What is so by now, whoever made it so, is unchanged.
 */
export function sinceThen<Item extends object, Answer>(
  before: Verdict<Answer>,
  { item, verdict: now }: Judged<Item, Answer>,
): Judged<Item, Answer> {
  return { item, verdict: verdictSince(before, now, item) };
}

function verdictSince<Answer>(before: Verdict<Answer>, now: Verdict<Answer>, item: object): Verdict<Answer> {
  if (before.kind === "alreadySo" && now.kind === "toDo") {
    return { ...now, changed: "It was so already when this was planned, and is not so any more" };
  }
  if (before.kind === "impossible" && (now.kind === "toDo" || now.kind === "notKnown")) {
    return refused("It could not be done when this was planned. Nothing was sent", now);
  }
  if (before.kind === "toDo") {
    switch (now.kind) {
      case "alreadySo":
        return now.missing && before.kind === "toDo" ? gone(now.missing, item) : now;
      case "impossible":
        return now.failure.kind === "notFound" ? gone(now.failure, item) : now;
      case "notKnown":
        // Who confirmed it took it for looked at.
        return { kind: "impossible", failure: now.failure };
      case "toDo":
        return now;
    }
  }
  return now;
}

function gone(failure: Failure, item: object): Verdict<never> {
  const message = `${firstSentence(failure.message, item)}. It was there when this was planned. Nothing was sent`;
  return { kind: "impossible", failure: { kind: "changedSince", message } };
}

function refused(message: string, now: Verdict<unknown>): Verdict<never> {
  return now.kind === "notKnown"
    ? { kind: "impossible", failure: now.failure }
    : { kind: "impossible", failure: { kind: "changedSince", message } };
}
