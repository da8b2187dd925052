import type { Expiry } from "./expiry/expiry";
import type { Failure } from "./failures/failures";

/**
 * What every command resolves to, whoever called it: a row, the palette, a keybinding, another extension.
 * A command never rejects.
 */
export type CommandResult<T = unknown> =
  | {
      readonly outcome: "done";
      readonly value?: T;
      /** When what was made ends, where it was asked for with an end. */
      readonly expiry?: Expiry;
    }
  /** It was so already (`AuthorizationAlreadyExists`). */
  | { readonly outcome: "unchanged"; readonly value?: T }
  /** Of many, some may be done: the value tells which. */
  | { readonly outcome: "cancelled"; readonly value?: T }
  /** Of many, the first failure; the value tells what became of each. */
  | { readonly outcome: "failed"; readonly failure: Failure; readonly value?: T };

export function done<T>(value?: T): CommandResult<T> {
  return value === undefined ? { outcome: "done" } : { outcome: "done", value };
}

export function unchanged<T>(value?: T): CommandResult<T> {
  return value === undefined ? { outcome: "unchanged" } : { outcome: "unchanged", value };
}

/** A cancelled call is no failure of its own: nobody needs to be told what they just did. */
export function failedResult(failure: Failure): CommandResult<never> {
  return failure.kind === "cancelled" ? cancelled : { outcome: "failed", failure };
}

export const cancelled: CommandResult<never> = { outcome: "cancelled" };
