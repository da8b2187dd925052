import type { CacheName } from "../../core/caches/cache";
import {
  changedGroups,
  groupIdsOf,
  type MembershipChange,
  sameGroups,
} from "../../core/caches/membershipChange";
import { type CommandResult, done, failedResult, unchanged } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import type { Services } from "../command";
import { tellEnd } from "../endOfChange";
import { guardFailure } from "../guards";
import { invalidParameter } from "../params";
import { tellFailure } from "../tellFailure";
import type { Undo } from "../undo";
import { groupsQuestion } from "./question";

export interface GroupsPlan {
  readonly target: Target;
  readonly cache: CacheName;
  readonly change: MembershipChange;
  readonly confirmed: boolean;
  /** Whether somebody is there to answer a guard. */
  readonly interactive: boolean;
}

/**
 * Replaces the list of a cache's VPC security groups. The API knows no adding: so the list is read again just
 * before, shown before and after, and read once more after the answer; what has changed meanwhile is asked anew.
 */
export async function sendGroups(plan: GroupsPlan, services: Services): Promise<CommandResult> {
  const { target, cache } = plan;
  const guard = await guardFailure(target.profile, plan.interactive, services);
  if (guard) {
    return refused(guard);
  }
  let before = await currentGroups(plan, services);
  for (;;) {
    if (!before.ok) {
      return refused(before.failure);
    }
    const after = changedGroups(before.value, plan.change);
    if (typeof after === "string") {
      return refused(invalidParameter("SecurityGroupIds", after));
    }
    if (sameGroups(before.value, after)) {
      return unchanged(after);
    }
    if (plan.confirmed) {
      return send(before.value, after);
    }
    if (!(await services.ui.confirm(groupsQuestion(plan, before.value, after, services.state)))) {
      return { outcome: "cancelled" };
    }
    const now = await currentGroups(plan, services);
    if (now.ok && sameGroups(now.value, before.value)) {
      return send(before.value, after);
    }
    before = now;
  }

  async function send(from: readonly string[], to: readonly string[]): Promise<CommandResult> {
    const aws = await services.aws();
    const answer = await aws.replaceCacheGroups(target, { cache, groupIds: to });
    // The new list is shown as it settles.
    await services.state.caches.refresh(target);
    if (!answer.ok) {
      return refused(answer.failure);
    }
    void services.state.vpc.load(target);
    void tellEnd(
      {
        severity: "information",
        text: `${cache.id} in ${target.region} (${target.profile}) now has ${to.length === 1 ? "the security group" : "the security groups"} ${to.join(", ")}`,
      },
      { undo: undoGroups(plan, from, to, services) },
      services,
    );
    return done(to);
  }

  function refused(failure: Parameters<typeof failedResult>[0]): CommandResult {
    tellFailure(failure, services, () => sendGroups(plan, services));
    return failedResult(failure);
  }
}

/** The list as it is now, read anew. */
async function currentGroups(
  { target, cache }: GroupsPlan,
  { state }: Services,
): Promise<Outcome<readonly string[]>> {
  await state.caches.refresh(target);
  const { failure, failures } = state.caches.get(target);
  const found = state.caches.find(target, cache);
  if (failure) {
    return failed(failure);
  }
  if (!found) {
    return failed(
      failures[0] ?? { kind: "notFound", message: `There is no cache ${cache.id} in ${target.region}` },
    );
  }
  if (found.isPublic || found.securityGroups === undefined || found.securityGroups.length === 0) {
    return failed(
      failures[0] ??
        invalidParameter("cacheId", `${cache.id} is in no VPC, so it takes no VPC security groups`),
    );
  }
  return succeeded(groupIdsOf(found));
}

/** Puts the former list back, as long as the cache still has the one that was set. */
function undoGroups(
  plan: GroupsPlan,
  from: readonly string[],
  to: readonly string[],
  services: Services,
): Undo {
  const change: MembershipChange = {
    ...(plan.change.add === undefined || from.includes(plan.change.add) ? {} : { remove: plan.change.add }),
    ...(plan.change.remove === undefined ? {} : { add: plan.change.remove }),
  };
  return {
    obstacle: async () => {
      const now = await currentGroups(plan, services);
      return now.ok
        ? {
            ok: true,
            value: sameGroups(now.value, to) ? undefined : "its security groups are others by now",
          }
        : now;
    },
    run: () => sendGroups({ ...plan, change, confirmed: true, interactive: true }, services),
  };
}
