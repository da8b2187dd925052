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
 * @param {{ until: number, onProgress?: (done: number) => void }} options `until`: when to begin no more of them
 * @returns {Promise<Tried[]>} in the order of the trials
 */
export async function tryAll(trials, workers, { until, onProgress }) {
  const left = [...trials.entries()];
  /** @type {Tried[]} */
  const tried = trials.map(({ mutant }) => ({ mutant, verdict: "untried" }));
  let done = 0;
  const progress = setInterval(() => onProgress?.(done), 60_000);
  await Promise.all(
    workers.map(async (worker) => {
      for (let own = 1; Date.now() < until; own++) {
        const next = left.shift();
        if (next === undefined) {
          break;
        }
        const [index, trial] = next;
        tried[index] = { mutant: trial.mutant, verdict: await tryMutant(trial, worker) };
        done++;
        if (own % lifetime === 0) {
          worker.stop();
        }
      }
      worker.stop();
    }),
  );
  clearInterval(progress);
  return tried;
}
