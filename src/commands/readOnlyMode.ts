import { type CommandResult, done, unchanged } from "../core/commandResult";
import type { Command, Services } from "./command";

/** Refuses every change from now on, in every window. */
export const turnReadOnlyOn: Command = {
  id: "turnReadOnlyOn",
  run: (_params, services) => turn(true, services),
};

/** Allows changes again. */
export const turnReadOnlyOff: Command = {
  id: "turnReadOnlyOff",
  run: (_params, services) => turn(false, services),
};

async function turn(wanted: boolean, { state, writeSetting }: Services): Promise<CommandResult> {
  if (state.settings().readOnly === wanted) {
    return unchanged();
  }
  await writeSetting("readOnly", wanted);
  return done();
}
