import { Noticing } from "./noticing.mjs";
import { tryMutant } from "./tryMutant.mjs";

/** @typedef {import("./plan.mjs").Trial} Trial */
/** @typedef {import("./report.mjs").Tried} Tried */

/** So many trials, and a worker is replaced: what its tests left behind goes with it. */
const lifetime = 100;

/**
 * Shares the trials out among the workers.
 *
 * @param {readonly Trial[]} trials
 * @param {readonly import("./workerProcess.mjs").WorkerProcess[]} workers
 * @param {{ until: number, onProgress?: (done: number) => void }} options `until`: when the time is up: what is
 * not decided by then is untried
 * @returns {Promise<Tried[]>} in the order of the trials
 */
export async function tryAll(trials, workers, { until, onProgress }) {
  const left = [...trials.entries()];
  /** @type {Tried[]} */
  const tried = trials.map(({ mutant }) => ({ mutant, verdict: "untried" }));
  let done = 0;
  const noticing = new Noticing();
  const progress = setInterval(() => onProgress?.(done), 60_000);
  const deadline = deadlineAt(until);
  await Promise.all(
    workers.map(async (worker) => {
      for (let own = 1; Date.now() < until; own++) {
        const next = left.shift();
        if (next === undefined) {
          break;
        }
        const [index, trial] = next;
        const verdict = await Promise.race([
          tryMutant(noticing.ordered(trial), worker, (tests) => noticing.add(trial.mutant.file, tests)),
          deadline.passed,
        ]);
        tried[index] = { mutant: trial.mutant, verdict };
        done++;
        if (own % lifetime === 0) {
          worker.stop();
        }
      }
      worker.stop();
    }),
  );
  deadline.clear();
  clearInterval(progress);
  return tried;
}

/**
 * @param {number} until
 * @returns {{ passed: Promise<"untried">, clear: () => void }}
 */
function deadlineAt(until) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const passed = new Promise((/** @type {(verdict: "untried") => void} */ resolve) => {
    if (Number.isFinite(until)) {
      timer = setTimeout(() => resolve("untried"), until - Date.now());
    }
  });
  return { passed, clear: () => clearTimeout(timer) };
}
