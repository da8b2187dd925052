import { type CommandResult, cancelled, done, failedResult } from "../core/commandResult";
import { type Outcome, succeeded } from "../core/outcome";
import type { Params, Services } from "./command";
import { itemsOf } from "./fields";

/**
 * Copies a line for each selected row, or for the one that is meant; `ask` finds out which where params do not say.
 * One that has no line leaves nothing copied.
 */
export async function copyLines(
  params: Params,
  services: Services,
  ask: (params: Params) => Promise<Outcome<Params> | "cancelled">,
  lineOf: (params: Params) => Promise<Outcome<string>>,
): Promise<CommandResult> {
  const items = itemsOf(params);
  if (!items.ok) {
    return failedResult(items.failure);
  }
  const one = items.value ? succeeded(params) : await ask(params);
  if (one === "cancelled") {
    return cancelled;
  }
  if (!one.ok) {
    return failedResult(one.failure);
  }
  const lines: string[] = [];
  for (const item of items.value ?? [one.value]) {
    const line = await lineOf(item);
    if (!line.ok) {
      return failedResult(line.failure);
    }
    lines.push(line.value);
  }
  const text = lines.join("\n");
  await services.ui.copy(text);
  return done(text);
}
