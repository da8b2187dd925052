import { type CommandResult, done, failedResult } from "../../core/commandResult";
import type { Target } from "../../core/target";
import type { Services } from "../command";
import { guardFailure } from "../guards";
import { refuse, tellFailure } from "../tellFailure";

export interface DeletePlan {
  readonly target: Target;
  readonly name: string;
  readonly interactive: boolean;
}

/** Sends DeleteCacheSecurityGroup; the row goes when AWS says so. */
export async function sendDelete(plan: DeletePlan, services: Services): Promise<CommandResult> {
  const { target, name, interactive } = plan;
  const { groups } = services.state;
  const guard = await guardFailure(target.profile, interactive, services);
  if (guard) {
    return refuse(guard, services);
  }
  const aws = await services.aws();
  const asked = groups.moment();
  const answer = await aws.deleteCacheSecurityGroup(target, name);
  if (answer.ok) {
    groups.remove(target, name);
    void services.ui.tell({
      severity: "information",
      text: `${name} was deleted in ${target.region} (${target.profile})`,
      actions: [],
    });
    return done();
  }
  if (answer.failure.kind === "notFound") {
    groups.remove(target, name, asked);
    if (groups.get(target).value) {
      await groups.refresh(target);
    }
  }
  tellFailure(answer.failure, services, () => sendDelete(plan, services));
  return failedResult(answer.failure);
}
