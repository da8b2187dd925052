import { undoChange } from "../changes/run";
import { readFields } from "../store/given/fields";
import type { Command } from "./command";
import { nothingToDo, withRead } from "./heads";

/** Takes back the last change of this window: of one profile or target, where it is named. */
export const undoLastChange: Command = {
  id: "undoLastChange",
  run: (params, services) =>
    withRead(readFields(params, ["profile", "region"], services.state), (given) => {
      const last = services.undoable.last(given);
      return last
        ? undoChange(last, services)
        : nothingToDo("There is nothing left to undo in this window", services);
    }),
};
