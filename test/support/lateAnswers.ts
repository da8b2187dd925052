/** Makes a sandbox answer some operations late: `startSandbox({ hold: late.hold })`. */
export class LateAnswers {
  readonly #held = new Set<string>();
  readonly #waiting = new Set<() => void>();

  readonly hold = async (action: string): Promise<void> => {
    while (this.#held.has(action)) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  };

  /** From now on these operations are not answered. */
  keep(...actions: readonly string[]): void {
    for (const action of actions) {
      this.#held.add(action);
    }
  }

  /** Answers what was asked meanwhile, and everything from now on. */
  release(): void {
    this.#held.clear();
    for (const goOn of this.#waiting) {
      goOn();
    }
    this.#waiting.clear();
  }
}
