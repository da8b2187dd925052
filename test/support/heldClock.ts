/**
 * A sandbox's clock that can be held, so that what is on its way stays so until a test has seen it, on however slow
 * a machine.
 */
export class HeldClock {
  #heldAt: number | undefined;

  readonly now = (): number => this.#heldAt ?? performance.now();

  hold(): void {
    this.#heldAt = performance.now();
  }

  letGo(): void {
    this.#heldAt = undefined;
  }
}
