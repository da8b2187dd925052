import type { MadeKind } from "../changes/services";
import { type Row, rowId } from "../tree/row";
import type { Attention } from "../ui/attention";
import type { Services } from "./command";

/** Where the keyboard's focus in the tree is after a command: it survives each of them. */
export class KeyboardFocus {
  readonly #services: Pick<Services, "tree" | "attention">;
  readonly #attention: Attention;
  readonly #selected: readonly Row[];
  readonly #siblings: readonly Row[];
  #moving: Promise<void> = Promise.resolve();

  constructor(services: Pick<Services, "tree" | "attention">) {
    this.#services = services;
    this.#attention = services.attention();
    this.#selected = services.tree.selection();
    this.#siblings = this.#selected.at(-1)?.parent?.children?.() ?? [];
  }

  /** On the row that the command has made. */
  onMade(kind: MadeKind, ...names: readonly string[]): void {
    this.#moving = this.#services.tree.focusOn(rowId(kind, ...names), () => this.#isHere());
  }

  /** The command is over. Rows that were selected and are gone leave the focus beside them. */
  end(): void {
    const { tree } = this.#services;
    if (this.#selected.every(({ id }) => tree.find(id) === undefined) && this.#isHere()) {
      void tree.focusBeside(this.#selected, this.#siblings);
    }
    // Whoever turns to something else while the row is still to come is left there.
    void this.#moving.finally(() => this.#attention.dispose());
  }

  #isHere(): boolean {
    const were = new Set(this.#selected.map(({ id }) => id));
    // What is gone is not selected either.
    return this.#attention.isHere() && this.#services.tree.selection().every(({ id }) => were.has(id));
  }
}
