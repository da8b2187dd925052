import { type CommandResult, cancelled, failedResult, unchanged } from "../core/commandResult";
import type { Failure } from "../core/failures/failures";
import { itemsOf } from "../core/given/fields";
import type { Outcome } from "../core/outcome";
import type { Params } from "../core/params";
import { runWizard, type Step } from "../ui/wizard";
import type { Services } from "./command";

/** Goes on with what was read; or ends with why it cannot be used, or because nobody answered. */
export async function withRead<T, R = unknown>(
  read: Promise<Outcome<T> | "cancelled"> | Outcome<T>,
  use: (value: T) => Promise<CommandResult<R>> | CommandResult<R>,
): Promise<CommandResult<R>> {
  const outcome = await read;
  if (outcome === "cancelled") {
    return cancelled;
  }
  return outcome.ok ? use(outcome.value) : failedResult(outcome.failure);
}

/** The head of a command that works on one, or on the `items` of its params. */
export function oneOrMany(
  params: Params,
  one: () => Promise<CommandResult>,
  many: (items: readonly Params[]) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withRead(itemsOf(params), (items) => (items ? many(items) : one()));
}

/** Says why there is nothing to do, and ends with that. */
export function nothingToDo(text: string, { ui }: Pick<Services, "ui">, value?: unknown): CommandResult {
  void ui.tell({ severity: "information", text, actions: [] });
  return unchanged(value);
}

/** Whether `confirmed` stands for the answer to the question. */
export function isConfirmed(params: Params): boolean {
  return params["confirmed"] === true;
}

/**
 * Asks the steps in order, and goes on; Escape ends it with nothing sent. A failure that names the step that asked for
 * the value at fault opens the flow again there, the other answers kept.
 */
export async function askAndRun<C extends { readonly services: Services }>(
  title: string | (() => string),
  steps: readonly Step<C>[],
  context: C,
  run: (context: C) => Promise<CommandResult> | CommandResult,
  stepAtFault: (failure: Failure) => string | undefined = () => undefined,
): Promise<CommandResult> {
  let from: string | undefined;
  for (;;) {
    if ((await runWizard(title, steps, context, context.services.ui, from)) === "cancelled") {
      return cancelled;
    }
    const result = await run(context);
    from = result.outcome === "failed" ? stepAtFault(result.failure) : undefined;
    if (from === undefined) {
      return result;
    }
  }
}
