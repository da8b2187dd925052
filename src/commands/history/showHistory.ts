import { done } from "../../core/commandResult";
import { historyText } from "../../core/formats/historyText";
import type { Command } from "../command";
import { withRead } from "../heads";

/** Shows what was changed from this machine, by every window, in an editor: the newest first. */
export const showHistory: Command = {
  id: "showHistory",
  run: (_params, { history, ui }) =>
    withRead(history.read(), async (entries) => {
      const cutOffs = await history.readCutOffs();
      const text = historyText(entries, cutOffs.ok ? cutOffs.value : []);
      await ui.showText({ name: "History of Changes.txt", text });
      return done();
    }),
};
