import { readdir, readFile, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { windowsFolderName } from "../core/journal/windowsFolder";
import { identityIn, ownProcess, runs } from "./ownProcess";

/** How often a window that has something under way says so, and for how long it is believed. Milliseconds. */
export const signOfLife = { every: 10_000, holds: 60_000 };

/** Beside the journal: the folder of windows that have changed something. */
export function windowsFolder(journal: string): string {
  return path.join(path.dirname(journal), windowsFolderName);
}

/** Where a window says that it is open. */
export function windowFile(journal: string, window: string): string {
  return path.join(windowsFolder(journal), `${window}.json`);
}

/**
 * Whether the window that wrote to the journal is open. On this machine its process tells, since a number alone may
 * be another's by now; of another machine, or where the system does not tell, the time of its last sign of life.
 */
export async function isWindowOpen(journal: string, window: string): Promise<boolean> {
  // It comes from a line of a file: no path may be made of it.
  if (!/^[0-9a-f]{1,64}$/.test(window)) {
    return false;
  }
  const file = windowFile(journal, window);
  try {
    const wrote = identityIn(await readFile(file, "utf8"));
    const running = wrote?.host === (await ownProcess()).host ? await runs(wrote) : undefined;
    return running ?? Date.now() - (await stat(file)).mtimeMs < signOfLife.holds;
  } catch {
    return false;
  }
}

/** Deletes what windows left behind that are not open any more. */
export async function forgetClosedWindows(journal: string): Promise<void> {
  const names = await readdir(windowsFolder(journal)).catch(() => []);
  for (const name of names) {
    const window = /^([0-9a-f]+)\.json$/.exec(name)?.[1];
    if (window !== undefined && !(await isWindowOpen(journal, window))) {
      await unlink(windowFile(journal, window)).catch(() => undefined);
    }
  }
}
