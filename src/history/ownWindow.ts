import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { signOfLife, windowFile } from "./openWindows";
import { ownProcess } from "./ownProcess";

/**
 * This window, as the journal knows it. It says beside the journal that it is open, as long as it has something
 * under way: else nobody could tell a change without an end from one whose window was killed.
 */
export class OwnWindow {
  readonly name = randomBytes(8).toString("hex");
  readonly #journal: string;
  #ids = 0;
  #underWay = 0;
  #said: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(journal: string) {
    this.#journal = journal;
  }

  /** Another name for a change, which no other window gives. */
  nextId(): string {
    this.#ids += 1;
    return `${this.name}.${this.#ids}`;
  }

  /** Does something that others are to know of as under way. */
  async whileUnderWay<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      this.#said ??= this.#say();
      await this.#said;
      this.#timer ??= setInterval(() => void this.#sayAgain(), signOfLife.every).unref();
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
      }
    }
  }

  /** Says no more that it is open, unless something is under way: then it is not over yet. */
  dispose(): void {
    if (this.#said && this.#underWay === 0) {
      this.#said = undefined;
      // At once: a window that closes waits for nothing.
      rmSync(windowFile(this.#journal, this.name), { force: true });
    }
  }

  /** Where it cannot be written, the journal cannot either, and says so. */
  async #say(): Promise<void> {
    const file = windowFile(this.#journal, this.name);
    try {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, JSON.stringify(await ownProcess()), { mode: 0o600 });
    } catch {
      this.#said = undefined;
    }
  }

  async #sayAgain(): Promise<void> {
    const now = new Date();
    // Whoever deleted the folder has deleted this with it.
    await utimes(windowFile(this.#journal, this.name), now, now).catch(() => this.#say());
  }
}
