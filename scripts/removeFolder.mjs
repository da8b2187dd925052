import { rmSync } from "node:fs";

/**
 * Removes a temporary folder. Something that is ending may still write into it: then it is tried again, and in
 * the end left to the system. It is never a reason to fail.
 *
 * @param {string} folder
 */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  } catch {}
}
