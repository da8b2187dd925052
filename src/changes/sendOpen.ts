import { type ItemEnd, notStarted } from "../core/changes/end";
import type { Ending } from "../core/history";
import type { Target } from "../core/target";
import type { Plan, RunningPlan } from "../history/plans";
import { sleep } from "../store/sleep";
import type { Change, Judged } from "./change";
import type { Guards } from "./guards";
import type { How } from "./how";
import { sendAll } from "./sendAll";
import type { ChangeServices } from "./services";
import { settle } from "./settle";

/** How the items ended, in their order, and the requests by which the journal knows them. */
export interface Sent<Item, Answer> {
  readonly ends: readonly ItemEnd<Item, Answer>[];
  readonly requests: readonly string[];
}

/**
 * Sends what is to be sent, a few at a time with the guards asked before each, and settles what was left in doubt.
 * All of it is in the journal before the first.
 */
export function sendOpen<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  open: readonly Judged<Item, Answer>[],
  how: How<Item, Answer>,
  guards: Guards,
  services: ChangeServices,
  signal: AbortSignal,
  onEnd?: () => void,
): Promise<Sent<Item, Answer>> {
  const items = open.map(({ item }) => item);
  const places = new Map(items.map((item, at) => [item, at]));
  const ofGone = how.undoing === true || how.isOfGone === true || how.finishing !== undefined;
  return services.plans.run(planOf(change, open, how), async (running) => {
    const sent = await sendAll(items, {
      lanes: services.lanes,
      signal,
      sleep,
      refusal: ({ profile }) => guards.refusal(profile),
      send: (item) => running.sending(places.get(item) ?? 0, () => change.send(item)),
      scope: (item) => change.scope(item),
      alreadySo: (failure) => change.alreadySo(failure) && (failure.kind !== "notFound" || ofGone),
      // Alone, somebody waits for it, and is offered to try again; an Undo often comes too early.
      isPassing: (failure) => (items.length > 1 || how.undoing === true) && change.isPassing(failure),
      ...(onEnd ? { onEnd } : {}),
    });
    const settled = await settle(
      change,
      open.map(({ item, verdict }, at) => ({ item, before: verdict, end: sent[at] ?? notStarted })),
    );
    await noteSettled(running, sent, settled);
    return { ends: settled, requests: running.requests() };
  });
}

function planOf<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  open: readonly Judged<Item, Answer>[],
  { finishing }: How<Item, Answer>,
): Plan {
  const { command, title, done } = change;
  return {
    ...{ command, title, done },
    items: open.map(({ item }) => ({ ...(change.kept?.(item) ?? change.fields(item)) })),
    looked: open.every(({ verdict }) => verdict.kind === "toDo" && verdict.unlooked !== true),
    ...(finishing ? { finishes: finishing.plan } : {}),
  };
}

/** What a look has told of those that were in doubt goes into the journal: its lines say in doubt. */
async function noteSettled(
  running: RunningPlan,
  sent: readonly ItemEnd<unknown, unknown>[],
  settled: readonly ItemEnd<unknown, unknown>[],
): Promise<void> {
  await Promise.all(
    settled.map((end, at) => {
      const wasKnown = end === sent[at] || (end.outcome === "done" && sent[at]?.outcome === "done");
      const outcome = wasKnown ? undefined : endingOf(end);
      return outcome && running.settled(at, outcome);
    }),
  );
}

function endingOf(end: ItemEnd<unknown, unknown>): Ending | undefined {
  if (end.outcome === "failed") {
    return end.failure.inDoubt ? undefined : "failed";
  }
  return end.outcome === "notStarted" ? undefined : end.outcome;
}
