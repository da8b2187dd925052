import type { CommandResult } from "../core/commandResult";
import { failureDetails } from "../core/failures/failureDetails";
import { type Offer, offersFor } from "../core/failures/failureOffers";
import type { Failure } from "../core/failures/failures";
import type { Params } from "../core/params";
import { type Target, targetAlone } from "../core/target";
import { isFolded } from "./folded";
import type { InstalledCli } from "./installedCli";
import { remedyAtHand } from "./remedyAtHand";
import type { Ui } from "./ui";

/** What a failure is told with. */
export interface FailureServices {
  readonly ui: Ui;
  readonly showLog: () => void;
  readonly tree: { showCaches(target: Target): Promise<unknown> };
  /** Which AWS CLI there is to run a remedy with. Asked when one is told, not before. */
  readonly installedCli: () => Promise<InstalledCli>;
  /** Runs a command with complete params: what a message offers. */
  readonly runCommand: (id: string, params: Params) => Promise<CommandResult>;
}

/** The AWS file that a failure is mended in, and where in it. */
export interface MendedIn {
  readonly awsFile: "configFile" | "credentialsFile";
  readonly path?: string;
  readonly line?: number;
}

/**
 * Shows a failure with what mends it. Nobody waits for the answer.
 *
 * @param target where it happened
 * @param file where it is mended, if it is in one of the AWS files
 */
export function tellFailure(
  failure: Failure,
  services: FailureServices,
  retry?: () => unknown,
  target?: Target,
  file?: MendedIn,
): void {
  if (failure.kind !== "cancelled") {
    void answerOffers(failure, services, retry, target, file);
  }
}

/** Results whose end somebody has said already. By the result: the same failure may well end another call. */
const told = new WeakSet<CommandResult>();

/** Marks a result as told: whoever made it has said what became of it, in words of its own. */
export function asTold(result: CommandResult): CommandResult {
  told.add(result);
  return result;
}

/** Shows the failure of a result, unless that was told already: nothing fails in silence, and nothing twice. */
export function tellResult(
  result: CommandResult,
  services: FailureServices,
  retry?: () => unknown,
  target?: Target,
  file?: MendedIn,
): CommandResult {
  if (result.outcome === "failed" && !told.has(result)) {
    tellFailure(result.failure, services, retry, target, file);
  }
  return asTold(result);
}

async function answerOffers(
  failure: Failure,
  { ui, showLog, tree, installedCli, runCommand }: FailureServices,
  retry?: () => unknown,
  target?: Target,
  file?: MendedIn,
): Promise<void> {
  const atHand =
    failure.remedy === undefined ? undefined : remedyAtHand(failure.remedy, await installedCli());
  const known = offersFor(failure, {
    canRetry: retry !== undefined,
    hasTarget: target !== undefined,
    ...(file === undefined ? {} : { file }),
    cliLacksRemedy: atHand?.runs === false,
  });
  const severity = failure.kind === "classicRetired" ? "warning" : "error";
  const text = atHand?.runs === false ? `${ended(failure.message)} ${atHand.why}` : failure.message;
  const offers = known.length === 0 && isFolded(text) ? [copyDetails(failure, target)] : known;
  const chosen = await ui.tell({ severity, text, actions: offers.map((offer) => offer.label) });
  const offer = offers.find((each) => each.label === chosen);
  switch (offer?.kind) {
    case "runInTerminal":
      return ui.runInTerminal(offer.commandLine);
    case "openPage":
      return ui.openExternal(offer.url);
    case "copy":
      return ui.copy(offer.text);
    case "retry":
      retry?.();
      return;
    case "showCaches":
      if (target) {
        await tree.showCaches(target);
      }
      return;
    case "refresh":
    case "hideRegion":
      if (target) {
        await runCommand(offer.kind, { ...targetAlone(target) });
      }
      return;
    case "openFile":
      if (file) {
        const { awsFile, ...where } = file;
        const id = awsFile === "configFile" ? "openConfigFile" : "openCredentialsFile";
        await runCommand(id, { ...where, ...(target ? { profile: target.profile } : {}) });
      }
      return;
    case "showLog":
      return showLog();
    case undefined:
      return;
  }
}

function copyDetails(failure: Failure, target?: Target): Offer {
  return { kind: "copy", label: "Copy Details", text: failureDetails(failure, target) };
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
