/**
 * What a worker is asked and what it says. Tests go by their full titles; a name that ends with a space stands for
 * all that begin with it, since a hook belongs to all of its suite.
 *
 * @typedef {object} Question
 * @property {string} [mutant] The one to switch on. None: the sources as they are.
 * @property {{ title: string, file: string, limit: number }[]} [tests] Those to run, each with the file it is in and
 * its milliseconds; the first failure ends it. All of them where it is left out.
 * @property {string} [grep] Of all of them, those whose titles match.
 * @property {number} [hitLimit] How often the mutant may be passed: what loops for ever ends by an error.
 *
 * @typedef {object} Answer
 * @property {{ test: string | undefined, timedOut: boolean, message: string }} [failed] The first. Without a test, the
 * bundle could not even be evaluated.
 * @property {string[]} [failing] All that failed, where all were run.
 * @property {Hits} [hits] The same.
 *
 * @typedef {object} Hits Which mutants were passed, and how often.
 * @property {Record<string, number>} atLoad By none of the tests, when the bundle was evaluated.
 * @property {{ title: string, file: string, ms: number, mutants: Record<string, number> }[]} tests
 *
 * @typedef {object} Switch The global `__stryker__`, by the names that the instrumented sources know.
 * @property {string} [activeMutant]
 * @property {string} [currentTestId] Whom to put down what is passed now.
 * @property {number} [hitCount]
 * @property {number} [hitLimit]
 * @property {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} [mutantCoverage]
 */
export {};
