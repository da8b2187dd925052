import { type CacheName, isCacheKind } from "../../core/caches/cache";
import { cancelled } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { count } from "../../core/plural";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { checkTarget, invalidParameter, textParams } from "../params";
import { groupStep } from "../steps/groupStep";
import { targetOf, targetStep } from "../steps/targetStep";
import { refuse } from "../tellFailure";
import { cachesStep } from "./cachesStep";
import type { PlanContext } from "./context";
import { makePlan } from "./makePlan";
import { askPlan, isChosen } from "./planStep";
import { runPlan } from "./runPlan";

const steps: readonly Step<PlanContext>[] = [targetStep(), groupStep(), cachesStep];
const title = "Plan VPC Rules";

/**
 * From one generation to the other: reads the grants of a cache security group and plans the equal VPC rules for
 * chosen caches. The plan is shown with check boxes, and run only when it was confirmed.
 */
export const planVpcRules: Command = {
  id: "planVpcRules",
  changes: true,
  async run(params, services) {
    const given = await givenPlan(params, services);
    if (!given.ok) {
      return refuse(given.failure, services);
    }
    const context: PlanContext = { services, given: given.value, ...given.value };
    if ((await runWizard(title, steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const target = targetOf(context);
    const plan = await services.tree.whileBusy(makePlan(context));
    if (!plan.ok) {
      return refuse(plan.failure, services);
    }
    if (params["confirmed"] === true) {
      return runPlan(target, plan.value, plan.value.rules.filter(isChosen), false, services);
    }
    const chosen = await askPlan(context, plan.value, { title: `${title}: the plan` }, services.ui);
    if (typeof chosen === "string" || !(await services.ui.confirm(question(context, chosen.length)))) {
      return cancelled;
    }
    return runPlan(target, plan.value, chosen, true, services);
  },
};

function question(context: PlanContext, rules: number) {
  const { profile, region } = targetOf(context);
  return {
    message: `Make ${count(rules, "rule")}?`,
    detail: `Each lets in the security group that was found under the name of a grant of ${context.cacheSecurityGroupName} (${region}, profile ${profile}). The grants stay as they are.`,
    action: "Make Rules",
  };
}

async function givenPlan(params: Params, services: Services): Promise<Outcome<PlanContext["given"]>> {
  const texts = textParams(params, ["profile", "region", "cacheSecurityGroupName"]);
  if (!texts.ok) {
    return texts;
  }
  const wrong = await checkTarget(texts.value, services.state);
  if (wrong) {
    return failed(wrong);
  }
  const caches = params["caches"];
  if (caches === undefined) {
    return succeeded(texts.value);
  }
  const names = Array.isArray(caches) ? caches.map(cacheName) : [];
  return names.length > 0 && names.every((name) => name !== undefined)
    ? succeeded({ ...texts.value, caches: names })
    : failed(invalidParameter("caches", "caches is to be a list of objects with cacheKind and cacheId"));
}

function cacheName(value: unknown): CacheName | undefined {
  if (typeof value !== "object" || value === null || !("cacheKind" in value) || !("cacheId" in value)) {
    return undefined;
  }
  const { cacheKind: kind, cacheId: id } = value;
  return typeof kind === "string" && isCacheKind(kind) && typeof id === "string" ? { kind, id } : undefined;
}
