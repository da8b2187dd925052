import { overlapWith } from "./overlap";
import { noPrefixLists } from "./prefixLists";
import type { Rule, RuleContent } from "./rule";

/** What is there already of rules that are to be made. */
export interface ExistingRules {
  readonly equal: readonly Rule[];
  readonly broader: readonly Rule[];
  /** Rules that only together let in what one of the wanted ones would. */
  readonly together: readonly Rule[];
  /** Rules from prefix lists that were not read. */
  readonly notKnown: readonly Rule[];
  /** Those without an equal. */
  readonly missing: readonly RuleContent[];
}

/** Compares rules that are wanted with those that are there. */
export function existingRules(
  wanted: readonly RuleContent[],
  there: readonly Rule[],
  known = noPrefixLists,
): ExistingRules {
  const overlaps = wanted.map((rule) => ({ rule, ...overlapWith(there, rule, known) }));
  return {
    equal: overlaps.flatMap(({ equal }) => equal ?? []),
    broader: [...new Set(overlaps.flatMap(({ broader }) => broader))],
    together: [...new Set(overlaps.flatMap(({ together }) => together))],
    notKnown: [...new Set(overlaps.flatMap(({ notKnown }) => notKnown))],
    missing: overlaps.filter(({ equal }) => equal === undefined).map(({ rule }) => rule),
  };
}
