/**
 * `node worker.mjs BUNDLE`: runs tests of a bundle as its parent asks, with one mutant or with none. The bundle gives
 * for each file of tests what evaluates it. It is evaluated anew each time, so that what its modules keep comes from
 * nobody else; packages stay loaded.
 */
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import Mocha from "mocha";
import { exitWithParent } from "../exitWithParent.mjs";
import { countHits } from "./countHits.mjs";

/** @typedef {import("./protocol.mjs").Question} Question */
/** @typedef {import("./protocol.mjs").Answer} Answer */

const [bundle = ""] = process.argv.slice(2);
const script = new vm.Script(Module.wrap(readFileSync(bundle, "utf8")), {
  filename: bundle,
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
/** What the instrumented sources look at. @type {import("./protocol.mjs").Switch} */
const mutants = {};
Object.assign(globalThis, { __stryker__: mutants });

exitWithParent();
process.on("disconnect", () => process.exit());
// What an earlier run left behind and nobody waits for any more.
process.on("uncaughtException", () => undefined);
process.on("message", (/** @type {Question} */ question) => {
  answer(question).then((said) => process.send?.(said));
});

/** @param {Question} question @returns {Promise<Answer>} */
async function answer({ mutant, tests, grep = "", hitLimit }) {
  Object.assign(mutants, { activeMutant: mutant, hitCount: 0, hitLimit, currentTestId: undefined });
  mutants.mutantCoverage = { static: {}, perTest: {} };
  const isMeasuring = tests === undefined;
  const mocha = new Mocha({ bail: !isMeasuring, timeout: isMeasuring ? 120_000 : 10_000, reporter: Silent });
  try {
    load(mocha, tests && new Set(tests.map(({ file }) => file)));
  } catch (error) {
    return { failed: { test: undefined, timedOut: false, message: String(error) } };
  }
  if (isMeasuring) {
    mocha.grep(new RegExp(grep));
    return measure(mocha);
  }
  choose(mocha.suite, new Map(tests.map(({ title, limit }) => [title, limit])));
  const [failed] = await run(mocha);
  return failed ? { failed } : {};
}

/**
 * @param {Mocha} mocha
 * @param {ReadonlySet<string>} [files] all of them where it is left out
 */
function load(mocha, files) {
  const module = { exports: /** @type {Record<string, () => void>} */ ({}) };
  const evaluate = script.runInThisContext();
  evaluate(module.exports, createRequire(bundle), module, bundle, path.dirname(bundle));
  for (const [file, register] of Object.entries(module.exports)) {
    if (files === undefined || files.has(file)) {
      mocha.suite.emit("pre-require", globalThis, file, mocha);
      register();
    }
  }
}

/**
 * Leaves the tests that were asked for, each with its time limit.
 *
 * @param {Mocha.Suite} suite
 * @param {ReadonlyMap<string, number>} limits
 */
function choose(suite, limits) {
  suite.tests = suite.tests.filter((test) => limits.has(test.fullTitle()));
  for (const test of suite.tests) {
    test.timeout(limits.get(test.fullTitle()) ?? 0);
  }
  for (const inner of suite.suites) {
    choose(inner, limits);
  }
}

/** @param {Mocha} mocha @returns {Promise<Answer>} */
async function measure(mocha) {
  let hits = () => /** @type {import("./protocol.mjs").Hits} */ ({ atLoad: {}, tests: [] });
  const failures = await run(mocha, (runner) => {
    hits = countHits(runner, mutants);
  });
  return { failing: failures.map(({ test }) => test), hits: hits() };
}

/**
 * @param {Mocha} mocha
 * @param {(runner: Mocha.Runner) => void} [watch]
 * @returns {Promise<{ test: string, timedOut: boolean, message: string }[]>} those that failed
 */
function run(mocha, watch) {
  /** @type {{ test: string, timedOut: boolean, message: string }[]} */
  const failures = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(failures);
      mocha.dispose();
    });
    watch?.(runner);
    runner.on("fail", (/** @type {Mocha.Test | Mocha.Hook} */ test, error) => {
      failures.push({
        test: test.type === "hook" ? `${test.parent?.fullTitle()} ` : test.fullTitle(),
        timedOut: error?.code === "ERR_MOCHA_TIMEOUT",
        message: String(error?.message),
      });
    });
  });
}

/** Who asked is told by the answer. */
class Silent extends Mocha.reporters.Base {}
