import { type Ended, type ItemEnd, notStarted } from "../core/changes/end";
import { type CommandResult, cancelled, failedResult } from "../core/commandResult";
import { distinctBy } from "../core/distinct";
import { withAftermath } from "../core/failures/aftermath";
import { isInDoubt } from "../core/failures/failureScope";
import type { Params } from "../core/params";
import type { Target } from "../core/target";
import { asTold, tellResult } from "../ui/tellFailure";
import { ask } from "./ask";
import type { Change, Judged } from "./change";
import { decision } from "./decision";
import { Guards } from "./guards";
import type { How } from "./how";
import { resultOf } from "./result";
import { sendOpen } from "./sendOpen";
import type { ChangeServices } from "./services";
import { takenUp } from "./settle";
import { tellEnd } from "./tell";
import type { Undoable } from "./undoable";

/**
 * Makes a change to its items: asks the guards of each profile, looks, asks, sends a few at a time with the guards
 * asked before each, settles what was left in doubt, and tells once, with Undo for what was made. Resolves when the
 * answers are there: no result waits for a message to be answered, or for a status to settle.
 */
export async function runChange<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  items: readonly Item[],
  how: How<Item, Answer>,
  services: ChangeServices,
): Promise<CommandResult> {
  const guards = how.guards ?? new Guards(services, how.interactive);
  const refusal = await guards.ask(items.map(({ profile }) => profile));
  if (refusal) {
    return tellResult(failedResult(refusal), services);
  }
  const distinct = distinctBy(change.key, items);
  const asks = change.question !== undefined && !how.confirmed && !how.undoing;
  const fields = distinct.map((item): Params => ({ ...change.fields(item) }));
  const sending = <T>(work: () => Promise<T>) => services.whileSending(fields, work);
  // What is asked about is not under way yet.
  const look = () => change.look(distinct);
  const found = how.planned ?? (await (asks ? look() : sending(look)));
  const judged = asks ? await ask(change, found, services) : found;
  if (judged === "cancelled") {
    return cancelled;
  }
  const { ends, requests, wasCancelled } = await sending(() =>
    carryOut(change, judged, how, guards, services),
  );
  // Found by the place in the list, since a look may have told more of an item.
  const byKey = new Map(distinct.map((item, index) => [change.key(item), ends[index]]));
  const ended = [
    ...((await how.finishing?.before()) ?? []),
    ...items.map(
      (item): Ended<Item, Answer> => ({
        item,
        end: byKey.get(change.key(item)) ?? notStarted,
      }),
    ),
  ];
  const undoable = undoableOf(change, ended, requests);
  if (undoable && !how.undoing) {
    services.undoable.add(undoable);
  }
  void tellEnd(change, ended, how, wasCancelled, services, {
    again: (some) =>
      runChange(
        change,
        some,
        { ...againOf(how), confirmed: asks ? false : (how.confirmed ?? false) },
        services,
      ),
    ...(undoable ? { undoable, undo: () => undoChange(undoable, services) } : {}),
  });
  return asTold(resultOf(change, ended, how, wasCancelled));
}

/** How to take back what was made of it, where something was and there is a way. */
function undoableOf<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  ended: readonly Ended<Item, Answer>[],
  requests: readonly string[],
): Undoable | undefined {
  const made = ended.flatMap(({ end }) =>
    end.outcome === "done" && end.made && !end.found ? [end.made] : [],
  );
  const way = made.length > 0 ? change.undo?.(made) : undefined;
  return way && { targets: made.map(({ item }) => item), way, requests };
}

/** Takes back what was made. */
export function undoChange(undoable: Undoable, services: ChangeServices): Promise<CommandResult> {
  return services.undoable.whileUndoing(undoable, () =>
    undoable.way.into((change, items) =>
      runChange(change, items, { interactive: true, undoing: true, many: items.length > 1 }, services),
    ),
  );
}

function againOf<Item, Answer>({
  planned: _,
  signal: __,
  guards: ___,
  finishing: ____,
  ...how
}: How<Item, Answer>): How<Item, Answer> {
  return { ...how, interactive: true };
}

interface CarriedOut<Item, Answer> {
  readonly ends: readonly ItemEnd<Item, Answer>[];
  readonly requests: readonly string[];
  readonly wasCancelled: boolean;
}

const nothing = { ends: [], requests: [] } as const;

/** Sends what is to be sent, and settles what was left in doubt. The ends are in the order of the items. */
async function carryOut<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  judged: readonly Judged<Item, Answer>[],
  how: How<Item, Answer>,
  guards: Guards,
  services: ChangeServices,
): Promise<CarriedOut<Item, Answer>> {
  await how.finishing?.looked(judged);
  const decided = judged.map((each) => decision(each, how));
  const open = judged.filter((_, index) => decided[index] === undefined);
  const send = async (signal: AbortSignal, onEnd?: () => void) => ({
    sent: open.length > 0 ? await sendOpen(change, open, how, guards, services, signal, onEnd) : nothing,
    wasCancelled: signal.aborted,
  });
  const { sent, wasCancelled } =
    open.length > 1 && !how.signal
      ? await services.ui.progress(change.doing(open.length), ({ signal, report }) => {
          let ended = 0;
          return send(signal, () => {
            ended += 1;
            report(`${ended} of ${open.length}`, ended / open.length);
          });
        })
      : await send(how.signal ?? new AbortController().signal);
  const byItem = new Map(open.map((each, index) => [each, sent.ends[index] ?? notStarted]));
  const ends = await Promise.all(
    judged.map(async (each, index) => {
      const known = decided[index];
      // Decided without a request, it was made by one of a run that was cut off.
      return known ? takenUp(change, known) : (byItem.get(each) ?? notStarted);
    }),
  );
  return {
    ends: ends.map((end) => afterAnother(end, how.madeBefore)),
    requests: sent.requests,
    wasCancelled,
  };
}

/** A failure that says what was made before it: "Nothing was changed" would not be true. */
function afterAnother<Item, Answer>(
  end: ItemEnd<Item, Answer>,
  madeBefore: string | undefined,
): ItemEnd<Item, Answer> {
  if (end.outcome !== "failed" || madeBefore === undefined || isInDoubt(end.failure)) {
    return end;
  }
  return { ...end, failure: { ...end.failure, message: withAftermath(end.failure, madeBefore) } };
}
