import type { CommandResult } from "../core/commandResult";
import { isAmong, type Target } from "../core/target";
import type { Inverse } from "./change";

/** A change that was made and can be taken back. */
export interface Undoable {
  readonly targets: readonly Target[];
  readonly way: Inverse;
  /** The ids by which the journal knows what was sent for it. */
  readonly requests?: readonly string[];
}

const kept = 50;

/** The changes of this window that can be taken back, the newest last: they outlive the messages that offer it. */
export class UndoableChanges {
  #changes: readonly Undoable[] = [];

  add(change: Undoable): void {
    this.#changes = [...this.#changes, change].slice(-kept);
  }

  remove(change: Undoable): void {
    this.#changes = this.#changes.filter((each) => each !== change);
  }

  /** The one that a request of the journal was sent for. */
  of(request: string): Undoable | undefined {
    return this.#changes.find(({ requests }) => requests?.includes(request));
  }

  /** The newest; of one profile or target, where one is named. */
  last(named: Partial<Target>): Undoable | undefined {
    return this.#changes.findLast(({ targets }) => targets.some((target) => isAmong(target, named)));
  }

  /** Takes it out while it is being taken back. It returns to its place where it may still be there and ours. */
  async whileUndoing(change: Undoable, undo: () => Promise<CommandResult>): Promise<CommandResult> {
    const place = this.#changes.indexOf(change);
    this.remove(change);
    const result = await undo();
    if (place >= 0 && isStillThere(result)) {
      this.#changes = this.#changes.toSpliced(place, 0, change);
    }
    return result;
  }
}

function isStillThere(result: CommandResult): boolean {
  return (
    result.outcome === "cancelled" ||
    (result.outcome === "failed" && !["changedSince", "notFound"].includes(result.failure.kind))
  );
}
