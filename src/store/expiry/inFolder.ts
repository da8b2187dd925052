import { mkdir } from "node:fs/promises";

/**
 * Makes a file in a folder that whoever leaves it empty takes away, this window or another: where that happens in between,
 * the folder is made again. Rejects with what else goes wrong.
 */
export async function inFolder<T>(folder: string, make: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return await make();
    } catch (error) {
      const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isGone || attempt === attempts) {
        throw error;
      }
    }
  }
}

/** Each needs somebody who takes the folder away at that very moment. */
const attempts = 20;
