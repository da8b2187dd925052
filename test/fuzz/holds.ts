import fc from "fast-check";

/** How many cases a target gets, and where they begin: `npm run fuzz` says more of both. */
export const cases = Number(process.env["ELASTICACHE_ACCESS_FUZZ_CASES"] || 2_000);
const seed = Number(process.env["ELASTICACHE_ACCESS_FUZZ_SEED"] || 20_261_126);

/** Checks that something holds for whatever is thought of. What fails is made smaller, and named with its seed. */
export function holds<T>(of: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(fc.property(of, check), { numRuns: cases, seed, includeErrorInReport: true });
}

/** The same cases in parcels, for a check that costs as much for many as for one. */
export function parcels<T>(of: fc.Arbitrary<T>, size: number): readonly (readonly T[])[] {
  const all = fc.sample(of, { numRuns: cases, seed });
  return Array.from({ length: Math.ceil(cases / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
