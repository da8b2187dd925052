import { undoChange } from "../changes/run";
import { failedResult, unchanged } from "../core/commandResult";
import { textParams } from "../core/given/texts";
import { checkTarget } from "../store/given/checkTarget";
import type { Command } from "./command";

/** Takes back the last change of this window: of one profile or target, where it is named. */
export const undoLastChange: Command = {
  id: "undoLastChange",
  async run(params, services) {
    const { state, ui, undoable } = services;
    const given = textParams(params, ["profile", "region"]);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const wrong = await checkTarget(given.value, state);
    if (wrong) {
      return failedResult(wrong);
    }
    const last = undoable.last(given.value);
    if (last) {
      return undoChange(last, services);
    }
    void ui.tell({
      severity: "information",
      text: "There is nothing left to undo in this window",
      actions: [],
    });
    return unchanged();
  },
};
