import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { cutOffWords } from "../../core/formats/cutOffWords";
import { textParam } from "../../core/given/texts";
import type { CutOff } from "../../core/journal/cutOff";
import { entryKey } from "../../ui/entryKey";
import type { Command, Services } from "../command";
import { isConfirmed, nothingToDo, withRead } from "../heads";
import { finish } from "./finish";

/** Finishes a change whose window ended in the middle of it. Asks which, where there are several. */
export const finishChanges: Command = {
  id: "finishChanges",
  run: (params, services) =>
    withRead(textParam(params, "id"), (id) =>
      withRead(services.history.readCutOffs(), (found) => {
        if (id === undefined) {
          return chooseAndFinish(found, services);
        }
        const named = found.find((each) => each.id === id);
        return named
          ? finish(named, isConfirmed(params), services)
          : failedResult(invalidParameter("id", `No change ${id} was cut off and is left to finish`));
      }),
    ),
};

async function chooseAndFinish(found: readonly CutOff[], services: Services): Promise<CommandResult> {
  const [only] = found;
  if (!only) {
    return nothingToDo("No change is left to finish: none was cut off", services);
  }
  if (found.length === 1) {
    return finish(only, false, services);
  }
  const answer = await services.ui.pick<CutOff>({
    at: { title: "Finish Interrupted Changes" },
    placeholder: "The change to finish. What is so by now is not sent again",
    items: found.toReversed().map((cutOff) => ({
      key: entryKey("cutOff", cutOff.id),
      label: cutOff.title,
      description: cutOffWords(cutOff),
      detail: `${cutOff.time.slice(0, 19).replace("T", " ")} UTC`,
      icon: "history",
      value: cutOff,
    })),
  });
  return answer.kind === "answer" ? finish(answer.value, false, services) : cancelled;
}
