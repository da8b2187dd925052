import { done } from "../core/commandResult";
import type { Command } from "./command";
import { nothingToDo } from "./heads";

/** Opens the regions again that were open in the last window. */
export const reopen: Command = {
  id: "reopen",
  async run(_params, services) {
    const targets = await services.tree.reopen();
    return targets.length > 0
      ? done(targets)
      : nothingToDo("Nothing is left to open from last time", services);
  },
};
