import type { AroundChange } from "../aws/api";
import type { HistoryEntry } from "../core/history";
import type { Outcome } from "../core/outcome";
import type { CallerOf } from "./callers";
import type { Journal } from "./journal";

/** Writes each change that the AWS side sends to the journal, as the request that it is. */
export function recordChanges(journal: Pick<Journal, "record">, callerOf: CallerOf): AroundChange {
  return async (target, { action, input }, send) => {
    void callerOf(target);
    const outcome = await send();
    // Not whose keys they were before: sending it may have got new ones.
    const caller = await callerOf(target);
    await journal.record({
      time: new Date().toISOString(),
      target: { profile: target.profile, region: target.region },
      ...(caller === undefined ? {} : { caller }),
      action,
      what: { ...input },
      ...result(outcome),
    });
    return outcome;
  };
}

function result(outcome: Outcome<unknown>): Pick<HistoryEntry, "outcome" | "failure" | "requestId"> {
  if (outcome.ok) {
    return { outcome: "done", ...requestIdOf(outcome.requestId) };
  }
  const { kind, code, requestId } = outcome.failure;
  if (kind === "alreadyAuthorized") {
    return { outcome: "unchanged", ...requestIdOf(requestId) };
  }
  return {
    outcome: "failed",
    failure: { kind, ...(code === undefined ? {} : { code }) },
    ...requestIdOf(requestId),
  };
}

function requestIdOf(requestId: string | undefined): Pick<HistoryEntry, "requestId"> {
  return requestId === undefined ? {} : { requestId };
}
