/**
 * Puts down which mutants each test passes, what its hooks pass included: those of a whole suite count for each
 * of its tests.
 *
 * @param {Mocha.Runner} runner about to run
 * @param {import("./protocol.mjs").Switch} mutants
 * @returns {() => import("./protocol.mjs").Hits} call it when the run has ended
 */
export function countHits(runner, mutants) {
  /** @type {Map<Mocha.Test, { began: number, ms: number, suites: string[] }>} */
  const tests = new Map();
  runner.on("hook", ({ title, parent }) => {
    if (/^"(?:before|after) all"/.test(title) && parent !== undefined) {
      mutants.currentTestId = suiteKey(parent);
    }
  });
  runner.on("test", (test) => {
    mutants.currentTestId = testKey(test);
    tests.set(test, { began: performance.now(), ms: 0, suites: suitesOf(test) });
  });
  runner.on("test end", (test) => {
    const timed = tests.get(test);
    if (timed !== undefined) {
      timed.ms = performance.now() - timed.began;
    }
  });
  return () => {
    const { static: atLoad = {}, perTest = {} } = mutants.mutantCoverage ?? {};
    return {
      atLoad,
      tests: [...tests].map(([test, { ms, suites }]) => ({
        title: test.fullTitle(),
        file: test.file ?? "",
        ms,
        mutants: sum([testKey(test), ...suites].map((key) => perTest[key] ?? {})),
      })),
    };
  };
}

/** @param {Mocha.Test} test */
function testKey(test) {
  return `test ${test.fullTitle()}`;
}

/** @param {Mocha.Suite} suite */
function suiteKey(suite) {
  return `suite ${suite.fullTitle()}`;
}

/** @param {Mocha.Test} test */
function suitesOf(test) {
  const keys = [];
  for (let suite = test.parent; suite !== undefined; suite = suite.parent) {
    keys.push(suiteKey(suite));
  }
  return keys;
}

/** @param {readonly Record<string, number>[]} counts */
function sum(counts) {
  /** @type {Record<string, number>} */
  const all = {};
  for (const [id, hits] of counts.flatMap((each) => Object.entries(each))) {
    all[id] = (all[id] ?? 0) + hits;
  }
  return all;
}
