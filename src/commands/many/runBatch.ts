import { type Ended, type GroupItem, type ItemOutcome, itemKey, notStarted } from "../../core/batchItem";
import { leavesOpen } from "../../core/failures/failureScope";
import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { type Target, targetAlone, targetKey } from "../../core/target";
import { runMany } from "../../store/runMany";
import { sleep } from "../../store/sleep";
import type { Services } from "../command";
import { guardFailure, readOnlyFailure } from "../guards";
import type { ManyChange } from "./change";

export interface Batch<I extends GroupItem> {
  readonly change: ManyChange<I>;
  readonly items: readonly I[];
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
}

export interface BatchEnd<I extends GroupItem> {
  readonly results: readonly Ended<I>[];
  readonly wasCancelled: boolean;
}

/**
 * Makes a change to many, shows how far it has come, and reads each target it touched again, so that what was
 * left open is known. Fails, with nothing sent, where a guard says no.
 */
export async function runBatch<I extends GroupItem>(
  { change, items, interactive }: Batch<I>,
  services: Services,
): Promise<Outcome<BatchEnd<I>>> {
  if (items.length === 0) {
    return succeeded({ results: [], wasCancelled: false });
  }
  const guard = await guardAll(items, interactive, services);
  if (guard) {
    return failed(guard);
  }
  return services.ui.progress(change.doing(items.length), async ({ signal, report }) => {
    let ended = 0;
    const outcomes = await runMany(items, {
      ...change,
      lanes: services.lanes,
      signal,
      sleep,
      groupOf: ({ cacheSecurityGroupName }) => cacheSecurityGroupName.toLowerCase(),
      // Read-only mode may be turned on while this runs.
      send: async (item) => {
        const readOnly = readOnlyFailure(services.state.settings());
        return readOnly ? failed(readOnly) : change.send(item, services);
      },
      onOutcome: () => {
        ended += 1;
        report(`${ended} of ${items.length}`, ended / items.length);
      },
    });
    report("reading the groups again", ended / items.length);
    await readAgain(items, services);
    const results = items.map((item, index) => ({
      item,
      end: settledOutcome(item, outcomes[index] ?? notStarted, change, services),
    }));
    return succeeded({ results, wasCancelled: signal.aborted });
  });
}

/** Each profile's guards, once. The first that says no stops all of it. */
async function guardAll(
  items: readonly GroupItem[],
  interactive: boolean,
  services: Services,
): Promise<Failure | undefined> {
  for (const profile of new Set(items.map((item) => item.profile))) {
    const failure = await guardFailure(profile, interactive, services);
    if (failure) {
      return failure;
    }
  }
  return undefined;
}

/** Reads the groups of each target again, or for the first time: what is changing is followed from there. */
export async function readAgain(items: readonly Target[], { state }: Services): Promise<void> {
  const targets = new Map(items.map((item) => [targetKey(item), targetAlone(item)]));
  await Promise.all([...targets.values()].map((target) => state.groups.refresh(target)));
}

/** A request without an answer that counts may have been carried out: what was read afterwards decides. */
function settledOutcome<I extends GroupItem>(
  item: I,
  outcome: ItemOutcome,
  change: ManyChange<I>,
  { state: { groups } }: Services,
): ItemOutcome {
  if (outcome.outcome !== "failed" || !leavesOpen(outcome.failure) || groups.get(item).failure) {
    return outcome;
  }
  const group = groups.find(item, item.cacheSecurityGroupName.toLowerCase());
  return change.isSo(item, group) ? { outcome: "done" } : outcome;
}

/** The results in the order asked for, those that were decided without sending among them. */
export function inOrder<I extends GroupItem>(
  items: readonly I[],
  results: readonly Ended<I>[],
): readonly Ended<I>[] {
  const ends = new Map(results.map(({ item, end }) => [itemKey(item), end]));
  return items.map((item) => ({ item, end: ends.get(itemKey(item)) ?? notStarted }));
}
