import { isNamed } from "./isNamed.mjs";
import { patience, wavesOf, withLimits } from "./waves.mjs";

/** @typedef {import("./plan.mjs").Trial} Trial */
/** @typedef {import("./waves.mjs").Tests} Tests */
/** @typedef {import("./workerProcess.mjs").WorkerProcess} WorkerProcess */
/**
 * `unsure`: the test that failed fails without the mutant too, run without those before it.
 *
 * @typedef {"killed" | "timedOut" | "survived" | "uncovered" | "unsure"} Verdict
 */

/**
 * Runs the tests that may notice a mutant until one does. It counts only where that test passes in the same process
 * without the mutant: else what has broken it may have been another, and fresh processes have to say.
 *
 * @param {Trial} trial
 * @param {WorkerProcess} worker
 * @param {(tests: Tests) => void} [onNoticed] told which tests noticed it
 * @returns {Promise<Verdict>}
 */
export async function tryMutant(trial, worker, onNoticed = () => undefined) {
  if (trial.tests.length === 0) {
    return "uncovered";
  }
  const verdict = await tryOnce(trial, worker, () => undefined, onNoticed);
  if (verdict !== "unsure") {
    return verdict;
  }
  const freshen = () => worker.stop();
  freshen();
  const again = await tryOnce(trial, worker, freshen, onNoticed);
  freshen();
  return again;
}

/**
 * @param {Trial} trial
 * @param {WorkerProcess} worker
 * @param {() => void} between called before a test that failed is run without the mutant
 * @param {(tests: Tests) => void} onNoticed
 * @returns {Promise<Verdict>}
 */
async function tryOnce({ mutant, tests, hitLimit }, worker, between, onNoticed) {
  for (const wave of wavesOf(tests)) {
    const question = { mutant: mutant.id, tests: withLimits(wave), hitLimit };
    const said = await worker.ask(question, patience(wave));
    const noticed = noticedBy(said, wave);
    if (noticed === undefined) {
      continue;
    }
    between();
    const holds = await passes(noticed.tests, worker);
    if (noticed.verdict === "timedOut") {
      // What the test waited for may go on for ever.
      worker.stop();
    }
    if (holds && noticed.tests.length === 1) {
      onNoticed(noticed.tests);
    }
    return holds ? noticed.verdict : "unsure";
  }
  return "survived";
}

/**
 * @param {import("./workerProcess.mjs").Said} said
 * @param {Tests} wave
 * @returns {{ verdict: "killed" | "timedOut", tests: Tests } | undefined} which tests failed
 */
function noticedBy(said, wave) {
  if (typeof said === "string") {
    return { verdict: "timedOut", tests: wave };
  }
  if (said.failed === undefined) {
    return undefined;
  }
  const { test, timedOut } = said.failed;
  return {
    verdict: timedOut ? "timedOut" : "killed",
    tests: wave.filter(({ title }) => test !== undefined && isNamed(title, test)),
  };
}

/**
 * @param {Tests} tests
 * @param {WorkerProcess} worker
 */
async function passes(tests, worker) {
  const said = await worker.ask({ tests: withLimits(tests) }, patience(tests));
  return typeof said !== "string" && said.failed === undefined;
}
