import type { Outcome } from "../../core/outcome";
import { overlapWith, type Rule, type RuleContent } from "../../core/rules/rule";
import type { Target } from "../../core/target";
import type { Services } from "../command";

/** What is there already of rules that are to be made. */
export interface Look {
  readonly equal: readonly Rule[];
  readonly broader: readonly Rule[];
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
export function lookFor(wanted: readonly RuleContent[], there: readonly Rule[]): Look {
  const overlaps = wanted.map((rule) => ({ rule, ...overlapWith(there, rule) }));
  return {
    equal: overlaps.flatMap(({ equal }) => equal ?? []),
    broader: [...new Set(overlaps.flatMap(({ broader }) => broader))],
    missing: overlaps.filter(({ equal }) => equal === undefined).map(({ rule }) => rule),
  };
}
