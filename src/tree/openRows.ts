import { commands } from "vscode";
import { type Target, targetKey } from "../core/target";
import { type State, shownTargets } from "../store/state";
import { type Memory, OpenTargets } from "./openTargets";
import type { Row } from "./row";

/** Which rows are open, and which regions of the last window can be opened again. */
export class OpenRows {
  readonly #state: State;
  readonly #targets: OpenTargets;
  /** The rows that were opened, and not closed since. */
  readonly #ids = new Set<string>();
  #isOffered = false;

  constructor(state: State, memory: Memory) {
    this.#state = state;
    this.#targets = new OpenTargets(memory);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** A row was opened or closed by hand: what stands below one that is closed is not open. */
  turned({ id, kind, params }: Row, isOpen: boolean): void {
    this.#ids[isOpen ? "add" : "delete"](id);
    const { profile, region } = params;
    if (kind === "region" && profile !== undefined && region !== undefined) {
      this.#targets[isOpen ? "opened" : "closed"]({ profile, region });
    } else if (kind === "profile" && profile !== undefined) {
      this.#targets[isOpen ? "unfolded" : "folded"](profile);
    }
    this.offer();
  }

  /** What was open in the last window and is not in this one, as far as the tree shows it. */
  left(): readonly Target[] {
    const shown = new Set(shownTargets(this.#state).map(targetKey));
    return this.#targets.left().filter((target) => shown.has(targetKey(target)));
  }

  /** The button for it is there while there is something to open. */
  offer(): void {
    const can = this.left().length > 0;
    if (can !== this.#isOffered) {
      this.#isOffered = can;
      void commands.executeCommand("setContext", "elasticacheAccess.canReopen", can);
    }
  }
}
