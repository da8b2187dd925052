import type { Ended } from "../../changes/end";
import type { PlannedRulesItem } from "../../changes/plannedRules";
import type { Failure } from "../../core/failures/failures";
import type { Rule } from "../../core/rules/rule";
import { type ApiSecurityGroupRule, ruleApiShape } from "../../core/rules/ruleApiShape";
import type { ImpossibleRule } from "../../core/rules/rulePlan";

/** What became of a plan. */
export interface PlanResult {
  readonly made: readonly ApiSecurityGroupRule[];
  readonly unchanged: readonly ApiSecurityGroupRule[];
  readonly failed: readonly { readonly ec2SecurityGroupName: string; readonly failure: Failure }[];
  readonly notStarted: number;
  readonly impossible: readonly {
    readonly ec2SecurityGroupName: string;
    readonly ec2SecurityGroupOwnerId: string;
    readonly cacheId: string;
    readonly reason: string;
  }[];
}

/** The rules made and those that were there, and what could not be. */
export function planResult(
  ended: readonly Ended<PlannedRulesItem, readonly Rule[]>[],
  impossible: readonly ImpossibleRule[],
): PlanResult {
  return {
    made: ended.flatMap(({ end }) =>
      end.outcome === "done" ? (end.made?.answer ?? []).map(ruleApiShape) : [],
    ),
    unchanged: ended.flatMap(({ end }) =>
      end.outcome === "unchanged" ? (end.answer ?? []).map(ruleApiShape) : [],
    ),
    failed: ended.flatMap(({ item, end }) =>
      end.outcome === "failed"
        ? [{ ec2SecurityGroupName: item.grant.ec2SecurityGroupName, failure: end.failure }]
        : [],
    ),
    notStarted: ended.filter(({ end }) => end.outcome === "notStarted").length,
    impossible: impossible.map(({ grant, cache, reason }) => ({
      ec2SecurityGroupName: grant.ec2SecurityGroupName,
      ec2SecurityGroupOwnerId: grant.ec2SecurityGroupOwnerId,
      cacheId: cache.id,
      reason,
    })),
  };
}
