import { isNamed } from "./isNamed.mjs";
import { patience, wavesOf, withLimits } from "./waves.mjs";

/** @typedef {import("./plan.mjs").Trial} Trial */
/** @typedef {import("./waves.mjs").Tests} Tests */
/** @typedef {import("./workerProcess.mjs").WorkerProcess} WorkerProcess */
/**
 * `unsure`: whatever failed with it fails without it too.
 *
 * @typedef {"killed" | "timedOut" | "survived" | "uncovered" | "unsure"} Verdict
 */

/**
 * Runs the tests that may notice a mutant until one does. It counts only where that test passes in the same process
 * without the mutant: else what has broken it may have been another, and fresh processes have to say. Where it fails
 * there too, it may need the tests before it, which do not pass the mutant: so its whole file says.
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
  const first = await tryOnce(trial, worker, () => undefined, onNoticed);
  if (first.verdict !== "unsure") {
    return first.verdict;
  }
  const freshen = () => worker.stop();
  freshen();
  const again = await tryOnce(trial, worker, freshen, onNoticed);
  freshen();
  return again.verdict === "unsure"
    ? tryWholeFiles(trial, new Set(again.tests.map(({ file }) => file)), worker, onNoticed)
    : again.verdict;
}

/**
 * @param {Trial} trial
 * @param {WorkerProcess} worker
 * @param {() => void} between called before a test that failed is run without the mutant
 * @param {(tests: Tests) => void} onNoticed
 * @returns {Promise<{ verdict: Verdict, tests: Tests }>} with the tests that failed
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
    return holds ? noticed : { ...noticed, verdict: "unsure" };
  }
  return { verdict: "survived", tests: [] };
}

/**
 * Runs whole files of tests with the mutant and without. Where they do not notice it, or fail without it as well,
 * the tests of the other files may.
 *
 * @param {Trial} trial
 * @param {ReadonlySet<string>} files
 * @param {WorkerProcess} worker
 * @param {(tests: Tests) => void} onNoticed
 * @returns {Promise<Verdict>}
 */
async function tryWholeFiles(trial, files, worker, onNoticed) {
  const { mutant, hitLimit, tests } = trial;
  const whole = [...files].flatMap((file) => trial.files.get(file) ?? []);
  const said = await worker.ask({ mutant: mutant.id, tests: withLimits(whole), hitLimit }, patience(whole));
  const noticed = noticedBy(said, whole);
  worker.stop();
  const holds = noticed && (await passes(whole, worker));
  worker.stop();
  if (holds) {
    return noticed.verdict;
  }
  const others = tests.filter(({ file }) => !files.has(file));
  const verdict =
    others.length === 0 ? "survived" : await tryMutant({ ...trial, tests: others }, worker, onNoticed);
  return verdict === "survived" && noticed ? "unsure" : verdict;
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
