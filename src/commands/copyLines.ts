import { type CommandResult, done, failedResult } from "../core/commandResult";
import type { Outcome } from "../core/outcome";
import type { Params, Services } from "./command";
import { itemsOf } from "./fields";

/** Copies a line for each selected row, or for the one that is meant. One that has none leaves nothing copied. */
export async function copyLines(
  params: Params,
  services: Services,
  lineOf: (params: Params) => Promise<Outcome<string>>,
): Promise<CommandResult> {
  const items = itemsOf(params);
  if (!items.ok) {
    return failedResult(items.failure);
  }
  const lines: string[] = [];
  for (const item of items.value ?? [params]) {
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
