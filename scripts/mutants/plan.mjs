import { upTo } from "./waves.mjs";

/** @typedef {import("./protocol.mjs").Hits} Hits */
/** @typedef {import("./instrument.mjs").Mutant} Mutant */

/**
 * @typedef {object} Trial What is to be run for one mutant.
 * @property {Mutant} mutant
 * @property {{ title: string, file: string, ms: number }[]} tests those that may notice it, the quickest first
 * @property {ReadonlyMap<string, { title: string, file: string, ms: number }[]>} files all tests of each file
 * @property {number} hitLimit
 */

/** Milliseconds. The tests that take less are run for what is evaluated once, whoever uses it later. */
const quick = 20;

/**
 * Which tests may notice each mutant: those that pass it. What is passed when the bundle is evaluated, such as a
 * table, shows where it is used: there the tests of the same file are run, and all the quick ones.
 *
 * @param {readonly Mutant[]} mutants
 * @param {Hits} hits of all tests without a mutant
 * @param {number} [most] milliseconds of tests for one mutant: what these do not notice counts as not noticed
 * @returns {Trial[]}
 */
export function plan(mutants, { atLoad, tests }, most = Number.POSITIVE_INFINITY) {
  const byCost = tests.toSorted((one, other) => one.ms - other.ms);
  const passing = new Map(mutants.map(({ id }) => [id, byCost.filter((test) => id in test.mutants)]));
  /** @type {Map<string, Set<Hits["tests"][number]>>} */
  const byFile = new Map();
  for (const { id, file } of mutants) {
    byFile.set(file, new Set([...(byFile.get(file) ?? []), ...(passing.get(id) ?? [])]));
  }
  const files = new Map(
    tests.map(({ file }) => [file, tests.filter((test) => test.file === file).map(named)]),
  );
  return mutants.map((mutant) => {
    const own = passing.get(mutant.id) ?? [];
    const related = byFile.get(mutant.file);
    const chosen = mutant.id in atLoad ? byCost.filter((test) => test.ms < quick || related?.has(test)) : own;
    const hits = own.reduce((sum, test) => sum + (test.mutants[mutant.id] ?? 0), atLoad[mutant.id] ?? 0);
    return {
      mutant,
      tests: upTo(chosen, most).map(named),
      files,
      hitLimit: 100_000 + 100 * hits,
    };
  });
}

/** @param {Hits["tests"][number]} test */
function named({ title, file, ms }) {
  return { title, file, ms };
}
