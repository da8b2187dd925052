import { done, unchanged } from "../core/commandResult";
import type { Command } from "./command";

/** Opens the regions again that were open in the last window. */
export const reopen: Command = {
  id: "reopen",
  async run(_params, { tree, ui }) {
    const targets = await tree.reopen();
    if (targets.length > 0) {
      return done(targets);
    }
    void ui.tell({ severity: "information", text: "Nothing is left to open from last time", actions: [] });
    return unchanged();
  },
};
