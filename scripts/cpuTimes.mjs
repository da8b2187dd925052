import { readdirSync, readFileSync } from "node:fs";

/** Of a process's times in `/proc`, for which the kernel has no other in use. */
const ticksPerSecond = 100;

/**
 * Adds up what the processes of each suite compute, by the environment that they have of it or of whoever started
 * them. Linux alone says so. What ends between two looks has computed a little more.
 *
 * @param {string} temporary the `ELASTICACHE_ACCESS_TEMP` of this run: others may run on the machine too
 * @returns {{ secondsOf: (suite: string) => number | undefined, stop: () => void }}
 */
export function countCpuTimes(temporary) {
  /** By number and start, since numbers are used again. @type {Map<string, { suite: string, seconds: number }>} */
  const counted = new Map();
  const look = () => {
    const running = processes();
    const suiteOf = (/** @type {Running | undefined} */ process) => {
      for (let each = process; each; each = running.get(each.parent)) {
        const suite = counted.get(each.key)?.suite ?? suiteIn(each.pid, temporary);
        if (suite !== undefined) {
          return suite;
        }
      }
      return undefined;
    };
    for (const process of running.values()) {
      const suite = suiteOf(process);
      if (suite !== undefined) {
        counted.set(process.key, { suite, seconds: process.seconds });
      }
    }
  };
  const timer = setInterval(look, 250);
  return {
    secondsOf: (wanted) => {
      const its = [...counted.values()].filter(({ suite }) => suite === wanted);
      return its.length === 0 ? undefined : its.reduce((sum, { seconds }) => sum + seconds, 0);
    },
    stop: () => clearInterval(timer),
  };
}

/** @typedef {{ pid: string, key: string, parent: string, seconds: number }} Running */

/** @returns {Map<string, Running>} */
function processes() {
  const found = new Map();
  for (const pid of namesIn("/proc").filter((name) => /^\d+$/.test(name))) {
    // What is before the last bracket is the program's name, which may be anything.
    const fields = textOf(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
    const [parent = "", user = 0, system = 0, start] = [fields[1], fields[11], fields[12], fields[19]];
    if (start !== undefined) {
      const seconds = (Number(user) + Number(system)) / ticksPerSecond;
      found.set(pid, { pid, key: `${pid} ${start}`, parent, seconds });
    }
  }
  return found;
}

/** @param {string} pid @param {string} temporary */
function suiteIn(pid, temporary) {
  const environment = textOf(`/proc/${pid}/environ`).split("\0");
  return environment.includes(`ELASTICACHE_ACCESS_TEMP=${temporary}`)
    ? environment.find((each) => each.startsWith("ELASTICACHE_ACCESS_SUITE="))?.split("=")[1]
    : undefined;
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It has ended, or is somebody else's.
    return "";
  }
}
