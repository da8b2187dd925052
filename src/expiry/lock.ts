import { createHash } from "node:crypto";
import { open, readFile, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { identityIn, ownProcess, type ProcessIdentity, runs } from "../history/ownProcess";
import { inFolder } from "../store/expiry/inFolder";

/** A window of which nobody can tell whether it runs holds its lock no longer than this, in milliseconds. */
const stale = 5 * 60_000;

/** Does something that no other window of this machine does at the same time. False where one does. */
export async function alone(folder: string, name: string, work: () => Promise<void>): Promise<boolean> {
  const file = path.join(folder, `${createHash("sha256").update(name).digest("hex").slice(0, 16)}.lock`);
  if (await isLeft(file)) {
    await release(file);
  }
  if (!(await taken(folder, file))) {
    return false;
  }
  try {
    await work();
  } finally {
    await release(file);
    await rmdir(folder).catch(() => undefined);
  }
  return true;
}

async function taken(folder: string, file: string): Promise<boolean> {
  const identity = JSON.stringify(await ownProcess());
  try {
    const handle = await inFolder(folder, () => open(file, "wx", 0o600));
    await handle.writeFile(identity).finally(() => handle.close());
    return true;
  } catch {
    return false;
  }
}

/** Whether the window that has taken it is gone: it was killed at work. */
async function isLeft(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    return false;
  }
  const holder = identityOf(await readFile(file, "utf8").catch(() => ""));
  const isOfThisHost = holder !== undefined && holder.host === (await ownProcess()).host;
  const isRunning = isOfThisHost ? await runs(holder) : undefined;
  return isRunning === undefined ? Date.now() - found.mtimeMs > stale : !isRunning;
}

/** Nothing where it was written by nobody, or is still being written. */
function identityOf(text: string): ProcessIdentity | undefined {
  try {
    return identityIn(text);
  } catch {
    return undefined;
  }
}

async function release(file: string): Promise<void> {
  await rm(file, { force: true });
}
