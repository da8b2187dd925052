import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Moment } from "../core/compare/moment";
import { momentsIn } from "../core/compare/momentsIn";
import { type Target, targetKey } from "../core/target";

/** Of one target; the oldest go first. */
const kept = 20;

/** The moments that were kept on this machine, shared by all windows: a file for each target. */
export class Moments {
  readonly #folder: string;
  /** One write after the other: each has all of the file. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The moments of a target, the newest first. Empty where none was kept, or none can be read. */
  async of(target: Target): Promise<readonly Moment[]> {
    const text = await readFile(this.#file(target), "utf8").catch(() => "");
    return momentsIn(text).filter((moment) => targetKey(moment) === targetKey(target));
  }

  /** Rejects where it cannot be written. */
  keep(moment: Moment): Promise<void> {
    const written = this.#writing.then(() => this.#write(moment));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #write(moment: Moment): Promise<void> {
    const file = this.#file(moment);
    const moments = [moment, ...(await this.of(moment))].slice(0, kept);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const half = `${file}.${process.pid}.tmp`;
    await writeFile(half, JSON.stringify(moments), { mode: 0o600 });
    await rename(half, file);
  }

  /** A profile's name may hold what a file's may not. */
  #file(target: Target): string {
    const name = createHash("sha256").update(targetKey(target)).digest("hex").slice(0, 32);
    return path.join(this.#folder, `${name}.json`);
  }
}
