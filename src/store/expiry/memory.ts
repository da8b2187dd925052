import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseRemembered, type Remembered } from "../../core/expiry/remembered";
import { inFolder } from "./inFolder";

/**
 * What this machine remembers of what ends: a file for each, in a folder that all windows share, so that none writes
 * over what another has written.
 */
export class Memory {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All there is. What cannot be read is left out. */
  async read(): Promise<readonly Remembered[]> {
    const texts = await Promise.all(
      (await this.#files()).map((file) => readFile(path.join(this.#folder, file), "utf8").catch(() => "")),
    );
    return texts.flatMap((text) => parseRemembered(text) ?? []);
  }

  /** Whole or not at all, whenever the window is killed. Rejects where it cannot be written. */
  async write(key: string, entry: Remembered): Promise<void> {
    const file = this.#fileOf(key);
    const half = `${file}.${process.pid}.tmp`;
    try {
      await inFolder(this.#folder, () => writeFile(half, JSON.stringify(entry), { mode: 0o600 }));
      await rename(half, file);
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** Rejects where it cannot be taken away. */
  async forget(key: string): Promise<void> {
    await rm(this.#fileOf(key), { force: true });
    // An empty folder would say that there is something.
    await rmdir(this.#folder).catch(() => undefined);
  }

  async #files(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch((): readonly string[] => []);
    return names.filter((name) => name.endsWith(".json"));
  }

  /** Names have any characters, and any length. */
  #fileOf(key: string): string {
    return path.join(this.#folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);
  }
}
