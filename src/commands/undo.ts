import type { CommandResult } from "../core/commandResult";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import type { Services } from "./command";
import { tellFailure } from "./tellFailure";

/** How a change is taken back. */
export interface Undo {
  /** Looks whether the state is still the one to undo: `undefined`, or a sentence that says what it is now. */
  readonly obstacle: () => Promise<Outcome<string | undefined>>;
  readonly run: () => Promise<CommandResult>;
}

/** Takes a change back, if it still can be: what somebody else has changed since is left as it is. */
export async function undo({ obstacle, run }: Undo, services: Services): Promise<void> {
  const found = await obstacle();
  if (!found.ok) {
    tellFailure(found.failure, services);
    return;
  }
  if (found.value !== undefined) {
    const text = `Nothing was undone: ${found.value}`;
    void services.ui.tell({ severity: "warning", text, actions: [] });
    return;
  }
  await run();
}

/** The failure of a look, as an obstacle where it answers the question. */
export function goneInstead(failure: Failure, sentence: string): Outcome<string | undefined> {
  return failure.kind === "notFound" ? { ok: true, value: sentence } : { ok: false, failure };
}
