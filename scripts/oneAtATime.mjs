import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cache } from "./paths.mjs";

/**
 * Runs `work` while no other process of this working copy runs work of the same name: two terminals that
 * start `npm test` at once install once. A lock whose process is gone is taken over.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const lock = path.join(cache, `${name}.lock`);
  mkdirSync(cache, { recursive: true });
  while (!take(lock)) {
    if (isAbandoned(lock)) {
      rmSync(lock, { recursive: true, force: true });
    } else {
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Making a folder is atomic everywhere. @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    // Windows says EPERM while another process removes it.
    if (error instanceof Error && "code" in error && (error.code === "EEXIST" || error.code === "EPERM")) {
      return false;
    }
    throw error;
  }
  writeFileSync(path.join(lock, "pid"), String(process.pid));
  return true;
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(path.join(lock, "pid"), "utf8"));
    if (pid > 0) {
      return !isRunning(pid);
    }
  } catch {}
  try {
    // No pid yet: its owner is about to write it, or died before it could.
    return Date.now() - statSync(lock).mtimeMs > 10_000;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
