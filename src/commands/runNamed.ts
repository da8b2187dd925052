import { type CommandResult, failedResult } from "../core/commandResult";
import type { Params } from "../core/params";
import { tellResult } from "../ui/tellFailure";
import type { Services } from "./command";
import { runCommand } from "./runCommand";
import { commands } from "./table";

/** Runs a command of the table by its id, as another command's next step. */
export function runNamed(id: string, params: Params, services: Services): Promise<CommandResult> {
  const command = commands.find((each) => each.id === id);
  return command
    ? runCommand(command, params, services)
    : Promise.resolve(
        tellResult(failedResult({ kind: "unexpected", message: `There is no command ${id}` }), services),
      );
}
