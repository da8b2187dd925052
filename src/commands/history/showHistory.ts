import { done, failedResult } from "../../core/commandResult";
import { historyText } from "../../core/formats/historyText";
import type { Command } from "../command";

/** Shows what was changed from this machine, by every window, in an editor: the newest first. */
export const showHistory: Command = {
  id: "showHistory",
  async run(_params, services) {
    const entries = await services.history.read();
    if (!entries.ok) {
      return failedResult(entries.failure);
    }
    const cutOffs = await services.history.readCutOffs();
    const text = historyText(entries.value, cutOffs.ok ? cutOffs.value : []);
    await services.ui.showText({ name: "History of Changes.txt", text });
    return done();
  },
};
