import { type CommandResult, done, failedResult } from "../../core/commandResult";
import type { Rule } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import type { Target } from "../../core/target";
import { sourceNames } from "../../store/ruleNames";
import type { Services } from "../command";
import { tellEnd } from "../endOfChange";
import { guardFailure } from "../guards";
import { refuse, tellFailure } from "../tellFailure";
import { undoRevokeVpc } from "./undoRevokeVpc";

export interface RevokeVpcPlan {
  readonly target: Target;
  /** The rule as it is, so that it can be made again. Where only its id is known, it cannot. */
  readonly rule: Rule | { readonly id: string; readonly groupId: string };
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
}

/** Revokes a rule by its id, and takes its row away. */
export async function sendRevokeVpc(plan: RevokeVpcPlan, services: Services): Promise<CommandResult> {
  const { target, rule } = plan;
  const { vpc } = services.state;
  const guard = await guardFailure(target.profile, plan.interactive, services);
  if (guard) {
    return refuse(guard, services);
  }
  const { groupId, id: ruleId } = rule;
  if (ruleId === undefined) {
    throw new Error("A rule is revoked by its id");
  }
  const answer = await (await services.aws()).revokeVpcIngress(target, { groupId, ruleId });
  if (!answer.ok) {
    if (answer.failure.kind === "notFound") {
      vpc.remove(target, groupId, ruleId);
      if (vpc.isAsked(target)) {
        await vpc.refresh(target);
      }
    }
    tellFailure(answer.failure, services, () => sendRevokeVpc(plan, services));
    return failedResult(answer.failure);
  }
  const words = "source" in rule ? ruleText(rule, sourceNames(vpc, target, rule)) : ruleId;
  vpc.remove(target, groupId, ruleId);
  void tellEnd(
    {
      severity: "information",
      text: `${words} is revoked from ${groupId} in ${target.region} (${target.profile})`,
    },
    "source" in rule ? { undo: undoRevokeVpc(target, rule, services) } : {},
    services,
  );
  return done();
}
