/** @typedef {import("./plan.mjs").Trial["tests"]} Tests */

/** Milliseconds of tests that are run in one go: most mutants are noticed by the first few. */
const sizes = [300, 3000, Number.POSITIVE_INFINITY];

/** The tests in the portions in which they are run. @param {Tests} tests the quickest first */
export function wavesOf(tests) {
  let left = tests;
  return sizes.flatMap((most) => {
    const wave = upTo(left, most);
    left = left.slice(wave.length);
    return wave.length > 0 ? [wave] : [];
  });
}

/** With the milliseconds that each may take on a busy machine. @param {Tests} tests */
export function withLimits(tests) {
  return tests.map(({ title, file, ms }) => ({ title, file, limit: Math.round(3000 + 8 * ms) }));
}

/** Milliseconds after which whoever runs them is stuck. @param {Tests} tests */
export function patience(tests) {
  return 30_000 + 3 * tests.reduce((sum, { ms }) => sum + ms, 0);
}

/**
 * The first tests that take so long together, and one at least.
 *
 * @template {{ readonly ms: number }} Test
 * @param {Test[]} tests
 * @param {number} most milliseconds
 * @returns {Test[]}
 */
export function upTo(tests, most) {
  let sum = 0;
  const end = tests.findIndex(({ ms }, index) => {
    sum += ms;
    return sum > most && index > 0;
  });
  return end === -1 ? tests : tests.slice(0, end);
}
