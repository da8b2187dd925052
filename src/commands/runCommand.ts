import { type CommandResult, failedResult } from "../core/commandResult";
import { commandTitle } from "../core/commandTitle";
import { errorForLog } from "../core/errorForLog";
import type { Failure } from "../core/failures/failures";
import { readOnlyFailure } from "../core/failures/guards";
import { invalidParameter } from "../core/failures/invalidParameter";
import { type Target, targetNamed } from "../core/target";
import { mendedIn } from "../store/mendedIn";
import { type MendedIn, tellResult } from "../ui/tellFailure";
import type { Command, Params, Services } from "./command";
import { Sending } from "./sending";

/**
 * Runs a command with params that nobody has looked at yet. Resolves to a result, whatever happens, and never rejects.
 * What fails is told here, once, unless the command has said so itself: commands only say why.
 */
export async function runCommand(
  command: Command,
  params: Params,
  services: Services,
): Promise<CommandResult> {
  const result = await resultOf(command, params, services);
  const target = targetNamed(params);
  const again = () => runCommand(command, params, services);
  return tellResult(result, services, again, target, target && fileOf(result, target, services));
}

async function resultOf(command: Command, params: Params, services: Services): Promise<CommandResult> {
  const sending = new Sending(services);
  try {
    const refusal =
      (command.changes && readOnlyFailure(services.state.settings())) || confirmedFailure(params);
    if (refusal) {
      return failedResult(refusal);
    }
    return await command.run(params, sending.services);
  } catch (error) {
    services.log(`${command.id}: ${errorForLog(error)}`, "error");
    const failure: Failure = {
      kind: "unexpected",
      message: `${commandTitle(command.id)} stopped: a fault in the extension. ${sending.aftermath(command)}`,
      ...(sending.wasBegun ? { inDoubt: true } : {}),
    };
    return failedResult(failure);
  }
}

/** An answer to a modal that is neither yes nor no is not taken for either, nor asked for anew. */
function confirmedFailure({ confirmed }: Params): Failure | undefined {
  return confirmed === undefined || typeof confirmed === "boolean"
    ? undefined
    : invalidParameter("confirmed", "confirmed is to be true or false");
}

/** Where the credentials of a target are mended, if they are what failed. */
function fileOf(result: CommandResult, { profile }: Target, { state }: Services): MendedIn | undefined {
  const awsFile =
    result.outcome === "failed" ? mendedIn(result.failure, state.profiles.get(profile)) : undefined;
  return awsFile && { awsFile };
}
