import type { CommandResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { count } from "../../core/plural";
import type { Rule } from "../../core/rules/rule";
import { type ApiSecurityGroupRule, ruleApiShape } from "../../core/rules/ruleApiShape";
import type { PlannedRule } from "../../core/rules/rulePlan";
import type { Target } from "../../core/target";
import { makeRules } from "../authorizeVpcIngress/execute";
import { undoAuthorizeVpc } from "../authorizeVpcIngress/tellAuthorized";
import type { Services } from "../command";
import { tellEnd } from "../endOfChange";
import { guardFailure } from "../guards";
import { refuse } from "../tellFailure";
import type { Plan } from "./makePlan";

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

/** Makes the chosen rules, one after the other, as if each had been authorized by itself. */
export async function runPlan(
  target: Target,
  { impossible }: Plan,
  chosen: readonly PlannedRule[],
  interactive: boolean,
  services: Services,
): Promise<CommandResult> {
  const guard = await guardFailure(target.profile, interactive, services);
  if (guard) {
    return refuse(guard, services);
  }
  const made: Rule[] = [];
  const there: Rule[] = [];
  const failures: { ec2SecurityGroupName: string; failure: Failure }[] = [];
  const wasCancelled = await services.ui.progress(
    `Making ${count(chosen.length, "rule")}`,
    async ({ signal, report }) => {
      for (const [index, { grant, groupId, rule }] of chosen.entries()) {
        if (signal.aborted) {
          return true;
        }
        const plan = { target, groupId, rules: [rule], tags: {}, tagsAreWanted: false, reviewed: false };
        const outcome = await makeRules(plan, services);
        if (outcome.ok) {
          (outcome.value.isNew ? made : there).push(...outcome.value.rules);
        } else {
          failures.push({ ec2SecurityGroupName: grant.ec2SecurityGroupName, failure: outcome.failure });
        }
        report(`${index + 1} of ${chosen.length}`, (index + 1) / chosen.length);
      }
      return false;
    },
  );
  const value: PlanResult = {
    made: made.map(ruleApiShape),
    unchanged: there.map(ruleApiShape),
    failed: failures,
    notStarted: chosen.length - made.length - there.length - failures.length,
    impossible: impossible.map(({ grant, cache, reason }) => ({
      ...names(grant),
      cacheId: cache.id,
      reason,
    })),
  };
  void tell(value, made, target, services);
  const [first] = failures;
  if (first) {
    return { outcome: "failed", failure: first.failure, value };
  }
  return wasCancelled
    ? { outcome: "cancelled", value }
    : { outcome: made.length > 0 ? "done" : "unchanged", value };
}

function names(grant: PlannedRule["grant"]) {
  const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } = grant;
  return { ec2SecurityGroupName, ec2SecurityGroupOwnerId };
}

async function tell(
  { failed, notStarted, unchanged, impossible }: PlanResult,
  made: readonly Rule[],
  target: Target,
  services: Services,
): Promise<void> {
  const parts = [
    `${count(made.length, "rule")} made`,
    unchanged.length > 0 ? `${unchanged.length} there already` : "",
    failed.length > 0 ? `${failed.length} failed: ${failed[0]?.failure.message}` : "",
    notStarted > 0 ? `${notStarted} not started` : "",
    impossible.length > 0 ? `${impossible.length} impossible` : "",
  ].filter(Boolean);
  await tellEnd(
    {
      severity: failed.length > 0 ? "error" : "information",
      text: `${parts.join(", ")} in ${target.region} (${target.profile})`,
    },
    made.length > 0 ? { undo: undoAuthorizeVpc(target, made, services) } : {},
    services,
  );
}
