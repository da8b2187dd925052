import { type CommandResult, done, failedResult } from "../core/commandResult";
import { itemsOf } from "../core/given/fields";
import type { Outcome } from "../core/outcome";
import type { Command, Params, Services } from "./command";
import { withRead } from "./heads";

interface CopyCommand extends Pick<Command, "id" | "several"> {
  /** The params with what is to be copied, asked for as far as they do not say which. */
  readonly ask: (params: Params, services: Services) => Promise<Outcome<Params> | "cancelled">;
  readonly lineOf: (params: Params, services: Services) => Promise<Outcome<string>>;
}

/** A command that copies a line for each selected row, or for the one that is meant. One without leaves nothing copied. */
export function copyCommand({ id, several = "sameKind", ask, lineOf }: CopyCommand): Command {
  const copyEach = async (items: readonly Params[], services: Services) => {
    const lines: string[] = [];
    for (const item of items) {
      const line = await lineOf(item, services);
      if (!line.ok) {
        return failedResult(line.failure);
      }
      lines.push(line.value);
    }
    return copied(lines.join("\n"), services);
  };
  return {
    id,
    several,
    run: (params, services) =>
      withRead(itemsOf(params), (items) =>
        items
          ? copyEach(items, services)
          : withRead(ask(params, services), (one) => copyEach([one], services)),
      ),
  };
}

/** Copies a text, and tells the caller what it was. */
export async function copied(text: string, { ui }: Services): Promise<CommandResult> {
  await ui.copy(text);
  return done(text);
}
