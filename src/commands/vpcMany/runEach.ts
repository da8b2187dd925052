import type { ItemOutcome } from "../../core/batchItem";
import type { CommandResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome } from "../../core/outcome";
import type { Target } from "../../core/target";
import { runMany } from "../../store/runMany";
import { sleep } from "../../store/sleep";
import type { Services } from "../command";
import { guardFailure, readOnlyFailure } from "../guards";
import { isBusy } from "../many/change";
import { refuse } from "../tellFailure";

/** A change of the second generation that can be made to many, one after the other. */
export interface EachChange<I extends Target> {
  /** The command's title, as the message at the end has it. */
  readonly title: string;
  /** What is being done while it is: "Revoking 12 rules". */
  readonly doing: string;
  /** What those are that are done: "revoked". */
  readonly done: string;
  /** Sends one, and shows the answer on its row. Never asks anything. */
  readonly send: (item: I) => Promise<Outcome<unknown>>;
  readonly alreadySo: (failure: Failure, again: boolean) => "done" | "unchanged" | undefined;
  /** What names an item to a caller. */
  readonly shape: (item: I) => object;
}

export interface EachNext<I> {
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
  readonly again: (items: readonly I[]) => Promise<unknown>;
  readonly undo?: (items: readonly I[]) => Promise<unknown>;
}

/** Makes a change to many, with progress and a way to cancel. The value is what became of each, in their order. */
export async function runEach<I extends Target>(
  items: readonly I[],
  change: EachChange<I>,
  next: EachNext<I>,
  services: Services,
): Promise<CommandResult> {
  for (const profile of new Set(items.map((item) => item.profile))) {
    const guard = await guardFailure(profile, next.interactive, services);
    if (guard) {
      return refuse(guard, services);
    }
  }
  const { outcomes, wasCancelled } = await services.ui.progress(change.doing, async ({ signal, report }) => {
    let ended = 0;
    const settled = await runMany(items, {
      ...change,
      lanes: services.lanes,
      signal,
      sleep,
      isPassing: isBusy,
      // A group that is missing may be the one to change, or one that a rule names: each item tells for itself.
      groupOf: (item) => JSON.stringify(change.shape(item)),
      send: async (item) => {
        const readOnly = readOnlyFailure(services.state.settings());
        return readOnly ? failed(readOnly) : change.send(item);
      },
      onOutcome: () => {
        ended += 1;
        report(`${ended} of ${items.length}`, ended / items.length);
      },
    });
    return { outcomes: settled, wasCancelled: signal.aborted };
  });
  void tellEnd(items, outcomes, change, next, services);
  return resultOf(items, outcomes, wasCancelled, change);
}

function resultOf<I extends Target>(
  items: readonly I[],
  outcomes: readonly ItemOutcome[],
  wasCancelled: boolean,
  { shape }: EachChange<I>,
): CommandResult {
  const value = items.map((item, index) => ({ ...shape(item), ...outcomes[index] }));
  const failure = outcomes.flatMap((end) => (end.outcome === "failed" ? [end.failure] : []))[0];
  if (wasCancelled && outcomes.some(({ outcome }) => outcome === "notStarted")) {
    return { outcome: "cancelled", value };
  }
  if (failure) {
    return { outcome: "failed", failure, value };
  }
  return { outcome: outcomes.every(({ outcome }) => outcome === "unchanged") ? "unchanged" : "done", value };
}

async function tellEnd<I extends Target>(
  items: readonly I[],
  outcomes: readonly ItemOutcome[],
  change: EachChange<I>,
  next: EachNext<I>,
  { ui }: Services,
): Promise<void> {
  const those = (outcome: ItemOutcome["outcome"]) =>
    items.filter((_, index) => outcomes[index]?.outcome === outcome);
  const [done, unchanged, wrong, rest] = [
    those("done"),
    those("unchanged"),
    those("failed"),
    those("notStarted"),
  ];
  const words = [
    done.length > 0 ? `${done.length} ${change.done}` : "",
    unchanged.length > 0 ? `${unchanged.length} already so` : "",
    wrong.length > 0 ? `${wrong.length} failed` : "",
    rest.length > 0 ? `${rest.length} not started` : "",
  ].filter(Boolean);
  const first = outcomes.find((end) => end.outcome === "failed");
  const why = first?.outcome === "failed" ? `. ${first.failure.message}` : "";
  const actions = [
    ...(wrong.length > 0 ? ["Retry Failed"] : []),
    ...(rest.length > 0 ? ["Run the Rest"] : []),
    ...(done.length > 0 && next.undo ? ["Undo"] : []),
  ];
  const chosen = await ui.tell({
    severity: wrong.length > 0 ? "error" : rest.length > 0 ? "warning" : "information",
    text: `${change.title}: ${words.join(", ") || "nothing to do"}${why}`,
    actions,
  });
  switch (chosen) {
    case "Retry Failed":
      await next.again(wrong);
      return;
    case "Run the Rest":
      await next.again(rest);
      return;
    case "Undo":
      await next.undo?.(done);
      return;
  }
}
