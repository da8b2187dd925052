import type { Position, Ui } from "./ui";

/** One question of a flow. It writes its answer into the context. */
export interface Step<C> {
  /** The request parameter it asks for, so that a failure can lead back to it. */
  readonly field: string;
  /** False where the answer was given beforehand. Must not depend on the step's own answer. */
  isNeeded(context: C): boolean;
  /** True where an earlier answer has answered it too: it is passed over on the way on, and Back leads to it. */
  isPassed?(context: C): boolean;
  ask(context: C, at: Position, ui: Ui): Promise<StepEnd>;
}

export type StepEnd = "next" | "back" | "cancel";

/**
 * Asks the needed steps in order, with Back. Answers stay in the context, so that a step asked again can show
 * the one it had. `from` begins at the step of that field instead of the first.
 */
export async function runWizard<C>(
  title: string | (() => string),
  steps: readonly Step<C>[],
  context: C,
  ui: Ui,
  from?: string,
): Promise<"finished" | "cancelled"> {
  let field = from ?? steps.find((step) => step.isNeeded(context))?.field;
  while (field !== undefined) {
    // Which steps are needed can change with each answer: a new group asks for more than one that is there.
    const needed = steps.filter((step) => step.isNeeded(context));
    const index = Math.max(
      0,
      needed.findIndex((step) => step.field === field),
    );
    const step = needed[index];
    if (!step) {
      return "finished";
    }
    const at = {
      title: typeof title === "string" ? title : title(),
      step: index + 1,
      totalSteps: needed.length,
      canGoBack: index > 0,
    };
    const end = await step.ask(context, at, ui);
    if (end === "cancel") {
      return "cancelled";
    }
    if (end === "back") {
      field = needed[index - 1]?.field ?? step.field;
    } else {
      const after = steps.slice(steps.indexOf(step) + 1).filter((each) => each.isNeeded(context));
      field = after.find((each) => each.isPassed?.(context) !== true)?.field;
    }
  }
  return "finished";
}
