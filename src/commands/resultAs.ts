import type { CommandResult } from "../core/commandResult";
import { isObject } from "../core/isObject";

/**
 * A result as the caller wants it. Inputs of tasks and launch configurations take a text alone: with `resultAs` "text"
 * they get the value of what went well. Whatever did not stays a result, at which VS Code stops.
 */
export function resultAs(result: CommandResult, argument: unknown): CommandResult | string {
  const wantsText = isObject(argument) && argument["resultAs"] === "text";
  const wentWell = result.outcome === "done" || result.outcome === "unchanged";
  if (!wantsText || !wentWell || result.value === undefined) {
    return result;
  }
  return typeof result.value === "string" ? result.value : JSON.stringify(result.value);
}
