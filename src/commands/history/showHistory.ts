import { done, failedResult } from "../../core/commandResult";
import { historyText } from "../../core/historyText";
import type { Command } from "../command";
import { tellFailure } from "../tellFailure";

/** Shows what was changed from this machine, by every window, in an editor: the newest first. */
export const showHistory: Command = {
  id: "showHistory",
  async run(_params, services) {
    const entries = await services.history.read();
    if (!entries.ok) {
      tellFailure(entries.failure, services);
      return failedResult(entries.failure);
    }
    await services.ui.showText({ name: "History of Changes.txt", text: historyText(entries.value) });
    return done();
  },
};
