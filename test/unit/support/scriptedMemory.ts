import type { Remembered } from "../../../src/core/expiry/remembered";
import { Memory } from "../../../src/store/expiry/memory";

/** What this machine remembers, without a disk. */
export class ScriptedMemory extends Memory {
  /** What goes wrong with each write, and each removal. */
  fault: unknown;
  /** How often something was written. */
  writes = 0;
  readonly #entries = new Map<string, Remembered>();

  constructor() {
    super("never made");
  }

  /** All that is remembered, in its order. */
  get entries(): readonly Remembered[] {
    return [...this.#entries.values()];
  }

  override async read(): Promise<readonly Remembered[]> {
    return this.entries;
  }

  override async write(key: string, entry: Remembered): Promise<void> {
    this.#check();
    this.writes += 1;
    this.#entries.set(key, entry);
  }

  override async forget(key: string): Promise<void> {
    this.#check();
    this.#entries.delete(key);
  }

  #check(): void {
    if (this.fault !== undefined) {
      throw this.fault;
    }
  }
}
