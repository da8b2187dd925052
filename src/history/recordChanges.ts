import type { AroundChange } from "../aws/api";
import { codeForm, idForm } from "../core/failures/forms";
import type { HistoryEntry } from "../core/history";
import type { Outcome } from "../core/outcome";
import type { CallerOf } from "./callers";
import { inTime } from "./inTime";
import type { Journal } from "./journal";
import type { Plans } from "./plans";

/**
 * Writes each change that the AWS side sends to the journal, as the request that it is: before it is sent, so that
 * it is known of whatever becomes of this window, and its end when the answer came.
 */
export function recordChanges(
  journal: Pick<Journal, "write" | "window">,
  callerOf: CallerOf,
  plans?: Pick<Plans, "itemOf">,
): AroundChange {
  const { window } = journal;
  const now = () => new Date().toISOString();
  return (target, { action, input }, send) =>
    window.whileUnderWay(async () => {
      const id = window.nextId();
      const { profile, region } = target;
      const request = { action, what: { ...input } };
      void callerOf(target);
      const of = plans?.itemOf(id);
      await journal.write({
        ...{ line: "sent", id, time: now(), target: { profile, region } },
        ...request,
        ...(of ? { of } : {}),
      });
      const outcome = await send();
      // Not whose keys they were before: sending it may have got new ones.
      const asked = callerOf(target);
      const caller = await inTime(asked, 0);
      const who = caller === undefined ? {} : { caller };
      await journal.write({
        ...{ id, time: now(), target: { profile, region }, ...who },
        ...request,
        ...endOf(outcome),
      });
      if (caller === undefined) {
        void asked.then(async (later) => {
          if (later !== undefined) {
            await journal.write({ line: "amended", id, caller: later });
          }
        });
      }
      return outcome;
    });
}

function endOf(outcome: Outcome<unknown>): Pick<HistoryEntry, "outcome" | "failure" | "requestId"> {
  if (outcome.ok) {
    return { outcome: "done", ...requestIdOf(outcome.requestId) };
  }
  const { kind, code, requestId, inDoubt = false } = outcome.failure;
  if (kind === "alreadyAuthorized" && !inDoubt) {
    return { outcome: "unchanged", ...requestIdOf(requestId) };
  }
  return {
    outcome: inDoubt ? "inDoubt" : "failed",
    failure: { kind, ...(code !== undefined && codeForm.test(code) ? { code } : {}) },
    ...requestIdOf(requestId),
  };
}

function requestIdOf(requestId: string | undefined): Pick<HistoryEntry, "requestId"> {
  return requestId !== undefined && idForm.test(requestId) ? { requestId } : {};
}
