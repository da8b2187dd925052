import type { Memory } from "./recent";

const key = "recentExpiry";

/** How long what was authorized last was to last, so that it stands first. */
export class RecentEnd {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  last(): string {
    const stored = this.#memory.get<unknown>(key);
    return typeof stored === "string" ? stored : "never";
  }

  async keep(name: string): Promise<void> {
    if (name !== this.last()) {
      await this.#memory.update(key, name);
    }
  }
}
