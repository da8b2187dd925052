import type { GrantName } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../failures/failures";
import type { Rule } from "../rules/rule";
import { type ApiSecurityGroupRule, ruleApiShape } from "../rules/ruleApiShape";
import type { ImpossibleRule } from "../rules/rulePlan";
import type { Ended } from "./end";

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
  ended: readonly Ended<{ readonly grant: GrantName }, readonly Rule[]>[],
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
