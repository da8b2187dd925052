import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { oneAtATime } from "./oneAtATime.mjs";
import { cache } from "./paths.mjs";

/**
 * A folder in `.cache/` that is made once. It gets its name when it is complete: an interrupted fetch
 * leaves nothing that could be taken for a finished one. One fetch at a time: they are big.
 *
 * @param {string} name what it is, with its version
 * @param {(folder: string) => Promise<void>} make fills an empty folder
 * @returns {Promise<string>} its path
 */
export async function fetched(name, make) {
  const folder = path.join(cache, name.replace(/[^\w.-]+/g, "-").replace(/^-/, ""));
  if (existsSync(folder)) {
    return folder;
  }
  return oneAtATime("fetch", async () => {
    if (existsSync(folder)) {
      return folder;
    }
    console.log(`Fetching ${name}…`);
    mkdirSync(cache, { recursive: true });
    // What an interrupted fetch left.
    for (const left of readdirSync(cache).filter((entry) => entry.startsWith("fetch-"))) {
      rmSync(path.join(cache, left), { recursive: true, force: true });
    }
    const unfinished = mkdtempSync(path.join(cache, "fetch-"));
    try {
      await make(unfinished);
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
  });
}
