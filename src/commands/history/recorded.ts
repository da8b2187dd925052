import { undoChange } from "../../changes/run";
import { cancelled, done, failedResult, unchanged } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { posixCommandLine } from "../../core/formats/cli";
import { textParam } from "../../core/given/texts";
import type { HistoryEntry } from "../../core/history";
import { changeWords } from "../../core/journal/changeWords";
import { isWhole, requestOf } from "../../core/journal/requestOf";
import { takesBack } from "../../core/journal/takesBack";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cliRequest } from "../../core/requests/request";
import { shownLines } from "../../core/shownText";
import { callAt } from "../cliPlace";
import type { Command, Params, Services } from "../command";
import { copied } from "../copyCommand";
import { withRead } from "../heads";
import { changeId } from "./changeRow";
import { rowsOfChange } from "./rowsOfChange";

/** Takes back a change of the history: with the rest of what was made with it where this window made it. */
export const undoRecorded: Command = {
  id: "undoRecorded",
  run: (params, services) =>
    withRead(recorded(params, services), async (entry) => {
      const own = services.undoable.of(changeId(entry));
      if (own) {
        return (await agrees(own.targets.length, services)) ? undoChange(own, services) : cancelled;
      }
      const opposite = takesBack(entry);
      return opposite
        ? services.runCommand(opposite.command, opposite.params)
        : failedResult(notUndoable(entry));
    }),
};

/** Opens the way to what a change was about, or to the innermost row above that is there. */
export const showRecorded: Command = {
  id: "showRecorded",
  run: (params, services) =>
    withRead(recorded(params, services), async (entry) => {
      const { tree, ui } = services;
      const ids = await rowsOfChange(entry, services.state);
      const id = ids.find((each) => tree.find(each) !== undefined);
      if (id !== undefined) {
        await tree.show(id);
        return done();
      }
      const { profile, region } = entry.target;
      const text = `The tree does not show ${profile} in ${region}`;
      void ui
        .tell({ severity: "information", text, actions: ["Choose Profiles…"] })
        .then((action) => (action === undefined ? undefined : services.runCommand("chooseProfiles", {})));
      return unchanged();
    }),
};

/** Copies the request that a change was, as a line for the shell. */
export const copyRecorded: Command = {
  id: "copyRecorded",
  run: (params, services) =>
    withRead(recorded(params, services), (entry) =>
      isWhole(entry)
        ? withRead(callAt(entry.target, cliRequest(requestOf(entry)), services), (call) =>
            copied(posixCommandLine(call), services),
          )
        : failedResult(notWhole),
    ),
};

/** The change that a row of the history names, as the journal has it now. */
async function recorded(params: Params, { history }: Services): Promise<Outcome<HistoryEntry>> {
  const change = textParam(params, "change");
  const entries = change.ok ? await history.read() : change;
  if (!change.ok || !entries.ok) {
    return entries.ok ? failed(gone) : entries;
  }
  const entry = entries.value.find((each) => changeId(each) === change.value);
  return entry ? succeeded(entry) : failed(gone);
}

/** What was made with one command is taken back together, and somebody may have meant one of it alone. */
async function agrees(number: number, { ui }: Services): Promise<boolean> {
  return (
    number === 1 ||
    ui.confirm({
      message: `Undo all ${number} of this change?`,
      detail: shownLines(["They were made with one command, and are taken back together."]),
      action: "Undo All",
    })
  );
}

const gone: Failure = {
  kind: "notFound",
  message: "This change is not in the history any more. Nothing was sent",
};

const notWhole: Failure = {
  kind: "invalidParameter",
  field: "change",
  message: "A text of this change is longer than what the history keeps: nothing was copied",
};

function notUndoable(entry: HistoryEntry): Failure {
  return {
    kind: "invalidParameter",
    field: "change",
    message: `${changeWords(entry).label} cannot be taken back from here: the history does not tell what was there before. Nothing was sent`,
  };
}
