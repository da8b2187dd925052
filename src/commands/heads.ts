import type { CommandResult } from "../core/commandResult";
import type { Outcome } from "../core/outcome";
import type { Params } from "../core/params";
import { type FailureServices, refuse } from "../ui/tellFailure";
import { itemsOf } from "./fields";

/** Goes on with what was read; or says why it cannot be used, and makes that the result. */
export async function withRead<T>(
  read: Promise<Outcome<T>>,
  services: FailureServices,
  use: (value: T) => Promise<CommandResult>,
): Promise<CommandResult> {
  const outcome = await read;
  return outcome.ok ? use(outcome.value) : refuse(outcome.failure, services);
}

/** The head of a command that works on one, or on the `items` of its params. */
export function oneOrMany(
  params: Params,
  services: FailureServices,
  one: () => Promise<CommandResult>,
  many: (items: readonly Params[]) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withRead(Promise.resolve(itemsOf(params)), services, (items) => (items ? many(items) : one()));
}

/** Whether `confirmed` stands for the answer to the question. */
export function isConfirmed(params: Params): boolean {
  return params["confirmed"] === true;
}
