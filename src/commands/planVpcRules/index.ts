import { authorizePlannedRules, type PlannedRulesItem } from "../../changes/plannedRules";
import { runChange } from "../../changes/run";
import { planResult } from "../../core/changes/rulePlanResult";
import { type CommandResult, cancelled } from "../../core/commandResult";
import type { Outcome } from "../../core/outcome";
import type { PlannedRule } from "../../core/rules/rulePlan";
import { givenPlan } from "../../store/given/plan";
import { type RulePlan, readRulePlan } from "../../store/readRulePlan";
import type { Step } from "../../ui/wizard";
import type { Command } from "../command";
import { askAndRun, isConfirmed, withRead } from "../heads";
import { flowTitle } from "../steps/flowTitle";
import { groupStep } from "../steps/groupStep";
import { knownTarget, targetOf, targetStep } from "../steps/targetStep";
import { cachesStep } from "./cachesStep";
import type { PlanContext } from "./context";
import { askPlan, isChosen } from "./planStep";

const steps: readonly Step<PlanContext>[] = [targetStep, groupStep, cachesStep];

/**
 * From one generation to the other: reads the grants of a cache security group and plans the equal VPC rules for
 * chosen caches. The plan is shown with check boxes, and run only when it was confirmed.
 */
export const planVpcRules: Command = {
  id: "planVpcRules",
  changes: true,
  run: (params, services) =>
    withRead(givenPlan(params, services.state), (given) => {
      const start: PlanContext = { services, given, ...given };
      return askAndRun(
        () => titleOf(start),
        steps,
        start,
        (context) =>
          withRead(services.tree.whileBusy(planOf(context)), async (plan) => {
            const confirmed = isConfirmed(params);
            const chosen = confirmed
              ? plan.rules.filter(isChosen)
              : await askPlan(context, plan, titleOf(context));
            return chosen === "cancelled" ? cancelled : make(context, plan, chosen, confirmed);
          }),
      );
    }),
};

async function planOf(context: PlanContext): Promise<Outcome<RulePlan>> {
  const { services, cacheSecurityGroupName = "", caches = [] } = context;
  return readRulePlan(
    targetOf(context),
    cacheSecurityGroupName,
    caches,
    services.state,
    await services.aws(),
  );
}

function make(
  context: PlanContext,
  { impossible }: RulePlan,
  chosen: readonly PlannedRule[],
  confirmed: boolean,
): Promise<CommandResult> {
  const { services } = context;
  return runChange(
    authorizePlannedRules(services),
    itemsOf(context, chosen),
    {
      interactive: !confirmed,
      confirmed,
      many: true,
      asValue: (ended) => planResult(ended, impossible),
      ...(impossible.length > 0 ? { besides: `${impossible.length} impossible` } : {}),
    },
    services,
  );
}

/** One item for each grant and group: the rules of a cache with two ranges of ports are one request. */
function itemsOf(context: PlanContext, chosen: readonly PlannedRule[]): readonly PlannedRulesItem[] {
  const items = new Map<string, PlannedRulesItem>();
  for (const { grant, groupId, rule, cache } of chosen) {
    const key = JSON.stringify([grant, groupId, cache.kind, cache.id]);
    items.set(key, {
      ...targetOf(context),
      cacheSecurityGroupName: context.cacheSecurityGroupName ?? "",
      grant,
      groupId,
      rules: [...(items.get(key)?.rules ?? []), rule],
      tags: {},
      tagsAreWanted: false,
      cache: { kind: cache.kind, id: cache.id },
    });
  }
  return [...items.values()];
}

function titleOf(context: PlanContext): string {
  const { cacheSecurityGroupName: name } = context;
  return flowTitle("Plan VPC Rules", name === undefined ? undefined : `for ${name}`, [knownTarget(context)]);
}
