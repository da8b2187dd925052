import { offersFor } from "../core/failureOffers";
import type { Failure } from "../core/failures";
import type { Target } from "../core/target";
import type { Services } from "./command";

/** Shows a failure with what mends it. Nobody waits for the answer. `target`: where it happened. */
export function tellFailure(
  failure: Failure,
  services: Pick<Services, "ui" | "showLog" | "tree">,
  retry?: () => unknown,
  target?: Target,
): void {
  if (failure.kind !== "cancelled") {
    void answerOffers(failure, services, retry, target);
  }
}

async function answerOffers(
  failure: Failure,
  { ui, showLog, tree }: Pick<Services, "ui" | "showLog" | "tree">,
  retry?: () => unknown,
  target?: Target,
): Promise<void> {
  const offers = offersFor(failure, retry !== undefined, target !== undefined);
  const severity = failure.kind === "classicRetired" ? "warning" : "error";
  const text = failure.requestId
    ? `${ended(failure.message)} Request ID: ${failure.requestId}`
    : failure.message;
  const chosen = await ui.tell({ severity, text, actions: offers.map((offer) => offer.label) });
  const offer = offers.find((each) => each.label === chosen);
  switch (offer?.kind) {
    case "runInTerminal":
      return ui.runInTerminal(offer.commandLine);
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
    case "showLog":
      return showLog();
    case undefined:
      return;
  }
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
