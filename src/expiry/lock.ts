import { createHash } from "node:crypto";
import { mkdir, open, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";

/** A window that was killed holds its lock no longer than this, in milliseconds. */
const stale = 5 * 60_000;

/** Does something that no other window of this machine does at the same time. False where one does. */
export async function alone(folder: string, name: string, work: () => Promise<void>): Promise<boolean> {
  const file = path.join(folder, `${createHash("sha256").update(name).digest("hex").slice(0, 16)}.lock`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await isStale(file)) {
    await release(file);
  }
  if (!(await taken(file))) {
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

async function taken(file: string): Promise<boolean> {
  try {
    await (await open(file, "wx", 0o600)).close();
    return true;
  } catch {
    return false;
  }
}

async function isStale(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > stale;
}

async function release(file: string): Promise<void> {
  await rm(file, { force: true });
}
