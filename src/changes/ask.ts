import { checkTyped } from "../core/checkTyped";
import type { Target } from "../core/target";
import type { Change, Judged, Question } from "./change";
import type { ChangeServices } from "./services";

/**
 * Asks whether to make a change, as it was found, and looks again after the answer: what it is by then is asked
 * about anew where it differs. What is decided without sending is not asked about.
 */
export async function ask<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  found: readonly Judged<Item, Answer>[],
  { ui, agreed }: Pick<ChangeServices, "ui" | "agreed">,
): Promise<readonly Judged<Item, Answer>[] | "cancelled"> {
  for (let judged = found; ; ) {
    const open = judged.filter(isOpen);
    if (!change.question || open.length === 0) {
      return judged;
    }
    const question = await change.question(
      open,
      judged.filter((each) => !isOpen(each)),
    );
    if (!(await isConfirmed(question, ui))) {
      return "cancelled";
    }
    agreed?.();
    const now = await change.look(judged.map(({ item }) => item));
    if (!differs(judged, now)) {
      return now;
    }
    judged = now;
  }
}

/** Whether a request is to be sent for it. */
export function isOpen({ verdict: { kind } }: Judged<unknown, unknown>): boolean {
  return kind === "toDo" || kind === "notKnown";
}

async function isConfirmed({ typed, ...question }: Question, ui: ChangeServices["ui"]): Promise<boolean> {
  const isYes = await ui.confirm(question);
  if (!isYes || !typed) {
    return isYes;
  }
  const answer = await ui.input({
    at: { title: typed.title },
    prompt: typed.prompt,
    placeholder: typed.text,
    check: checkTyped(typed.text, typed.wrong),
  });
  return answer.kind === "answer";
}

function differs(
  before: readonly Judged<unknown, unknown>[],
  now: readonly Judged<unknown, unknown>[],
): boolean {
  return now.some(
    ({ verdict }, index) =>
      verdict.kind !== before[index]?.verdict.kind ||
      (verdict.kind === "toDo" && verdict.changed !== undefined),
  );
}
