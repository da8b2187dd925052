import { batchResult, type GroupItem } from "../../core/batchItem";
import { batchReport, batchSummary } from "../../core/batchReport";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { CommandResult } from "../../core/commandResult";
import type { Services } from "../command";
import type { ManyChange } from "./change";
import type { BatchEnd } from "./runBatch";

export interface BatchNext<I extends GroupItem> {
  /** Whether somebody answered prompts for it: then a report that has something to say opens by itself. */
  readonly interactive: boolean;
  /** Runs some of the items once more. */
  readonly again: (items: readonly I[]) => Promise<unknown>;
  /** Takes back what was done. */
  readonly undo?: (items: readonly I[]) => Promise<unknown>;
}

/** Says how a batch has ended, offers what can be done next, and makes the result. Nobody waits for the answer. */
export function endBatch<I extends GroupItem & Partial<Ingress>>(
  change: ManyChange<I>,
  end: BatchEnd<I>,
  next: BatchNext<I>,
  services: Services,
): CommandResult {
  const { results, wasCancelled } = end;
  const result = batchResult(results, wasCancelled);
  void tell(change, end, next, services);
  if (next.interactive && result.outcome !== "done" && result.outcome !== "unchanged") {
    void showReport(change, end, services);
  }
  return result;
}

async function tell<I extends GroupItem & Partial<Ingress>>(
  change: ManyChange<I>,
  end: BatchEnd<I>,
  next: BatchNext<I>,
  services: Services,
): Promise<void> {
  const { results } = end;
  const those = (outcome: string) =>
    results.filter((each) => each.end.outcome === outcome).map(({ item }) => item);
  const [failed, rest, done] = [those("failed"), those("notStarted"), those("done")];
  const actions = [
    ...(failed.length > 0 ? [retryFailed] : []),
    ...(rest.length > 0 ? [runTheRest] : []),
    ...(results.length > 0 ? [showTheReport] : []),
    ...(done.length > 0 && next.undo ? [undo] : []),
  ];
  const chosen = await services.ui.tell({
    severity: failed.length > 0 ? "error" : rest.length > 0 ? "warning" : "information",
    text: `${change.title}: ${batchSummary(results, change.done) || "nothing to do"}`,
    actions,
  });
  switch (chosen) {
    case retryFailed:
      await next.again(failed);
      return;
    case runTheRest:
      await next.again(rest);
      return;
    case showTheReport:
      return showReport(change, end, services);
    case undo:
      await next.undo?.(done);
      return;
  }
}

const retryFailed = "Retry Failed";
const runTheRest = "Run the Rest";
const showTheReport = "Show Report";
const undo = "Undo";

async function showReport<I extends GroupItem & Partial<Ingress>>(
  { title, done }: ManyChange<I>,
  { results, wasCancelled }: BatchEnd<I>,
  { ui }: Services,
): Promise<void> {
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" }).format(
    Date.now(),
  );
  const text = batchReport(results, { title, done, wasCancelled, time });
  await ui.showText({ name: `${title} report.txt`, text });
}
