import { type CommandResult, failedResult } from "../core/commandResult";
import type { Outcome } from "../core/outcome";
import type { Params } from "../core/params";
import { itemsOf } from "./fields";

/** Goes on with what was read; or ends with why it cannot be used. */
export async function withRead<T>(
  read: Promise<Outcome<T>>,
  use: (value: T) => Promise<CommandResult>,
): Promise<CommandResult> {
  const outcome = await read;
  return outcome.ok ? use(outcome.value) : failedResult(outcome.failure);
}

/** The head of a command that works on one, or on the `items` of its params. */
export function oneOrMany(
  params: Params,
  one: () => Promise<CommandResult>,
  many: (items: readonly Params[]) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withRead(Promise.resolve(itemsOf(params)), (items) => (items ? many(items) : one()));
}

/** Whether `confirmed` stands for the answer to the question. */
export function isConfirmed(params: Params): boolean {
  return params["confirmed"] === true;
}
