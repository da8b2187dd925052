import type { Outcome } from "../../core/outcome";
import { overlapWith } from "../../core/rules/overlap";
import { noPrefixLists } from "../../core/rules/prefixLists";
import type { Rule, RuleContent } from "../../core/rules/rule";
import type { Target } from "../../core/target";
import type { Services } from "../command";

/** What is there already of rules that are to be made. */
export interface Look {
  readonly equal: readonly Rule[];
  readonly broader: readonly Rule[];
  /** Rules that only together let in what one of the wanted ones would. */
  readonly together: readonly Rule[];
  /** Rules from prefix lists that were not read. */
  readonly notKnown: readonly Rule[];
  /** Those without an equal. */
  readonly missing: readonly RuleContent[];
}

/** The rules of a group as they are now: with their ids, or without where only the group may be read. */
export async function readRules(
  target: Target,
  groupId: string,
  { aws }: Services,
): Promise<Outcome<readonly Rule[]>> {
  const api = await aws();
  const rules = await api.describeVpcRules(target, [groupId]);
  if (rules.ok) {
    return rules;
  }
  const permissions = await api.describeVpcPermissions(target, [groupId]);
  return permissions.ok ? permissions : rules;
}

/** Compares rules that are wanted with those that are there. */
export function lookFor(wanted: readonly RuleContent[], there: readonly Rule[], known = noPrefixLists): Look {
  const overlaps = wanted.map((rule) => ({ rule, ...overlapWith(there, rule, known) }));
  return {
    equal: overlaps.flatMap(({ equal }) => equal ?? []),
    broader: [...new Set(overlaps.flatMap(({ broader }) => broader))],
    together: [...new Set(overlaps.flatMap(({ together }) => together))],
    notKnown: [...new Set(overlaps.flatMap(({ notKnown }) => notKnown))],
    missing: overlaps.filter(({ equal }) => equal === undefined).map(({ rule }) => rule),
  };
}
