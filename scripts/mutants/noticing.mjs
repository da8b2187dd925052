/** @typedef {import("./plan.mjs").Trial} Trial */

/**
 * Which tests have noticed mutants of a file: they are likely to notice its next one, and so are run first. What
 * nobody notices takes all tests, whatever their order.
 */
export class Noticing {
  /** How often, by file and title. @type {Map<string, Map<string, number>>} */
  #counts = new Map();

  /**
   * @param {string} file of the mutant
   * @param {readonly { title: string }[]} tests
   */
  add(file, tests) {
    const counts = this.#counts.get(file) ?? new Map();
    this.#counts.set(file, counts);
    for (const { title } of tests) {
      counts.set(title, (counts.get(title) ?? 0) + 1);
    }
  }

  /** The trial with its tests in the order in which they are to be run. @param {Trial} trial @returns {Trial} */
  ordered(trial) {
    const counts = this.#counts.get(trial.mutant.file);
    const count = (/** @type {{ title: string }} */ { title }) => counts?.get(title) ?? 0;
    return { ...trial, tests: trial.tests.toSorted((one, other) => count(other) - count(one)) };
  }
}
