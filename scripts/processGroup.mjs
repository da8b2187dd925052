import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** Windows has no process groups: there, only the program itself is ended. */
const sign = process.platform === "win32" ? 1 : -1;

/** How each group that runs is ended. @type {Set<() => Promise<void>>} */
const running = new Set();

/**
 * Starts a program at the head of a process group of its own, which ends with this process at the latest. What the
 * program starts is in the group too: it can be ended when it is frozen, and when the program is gone before it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  endAtSignals();
  const child = spawn(command, [...args], { ...options, detached: sign === -1 });
  const kill = () => void signal(child, "SIGKILL");
  /** Asks all of it to end, and stops what has not after two seconds. */
  const end = async () => {
    const deadline = Date.now() + 2000;
    for (let there = signal(child, "SIGTERM"); there && Date.now() < deadline; there = signal(child, 0)) {
      await sleep(20);
    }
    kill();
    process.off("exit", kill);
    running.delete(end);
  };
  process.on("exit", kill);
  running.add(end);
  return { child, end };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether there was a process to get it
 */
function signal({ pid }, name) {
  try {
    return pid !== undefined && process.kill(sign * pid, name);
  } catch {
    return false;
  }
}

let signalsHeard = false;

/**
 * Ends the groups, and then this process, at Ctrl+C and the like: a terminal sends those to its own group alone. A
 * program that hears them too sees to its end itself.
 */
export function endAtSignals() {
  if (signalsHeard) {
    return;
  }
  signalsHeard = true;
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, async () => {
      if (process.listenerCount(name) === 1) {
        await Promise.all([...running].map((end) => end()));
        process.exit(1);
      }
    });
  }
}
