import { toApiShape } from "../../core/cacheSecurityGroups/apiShape";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { type CommandResult, done, failedResult, unchanged } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import { rowId } from "../../tree/row";
import type { Services } from "../command";
import { guardFailure } from "../guards";
import { followAuthorized } from "./followAuthorized";

/** What is to be done, with everything known. */
export interface AuthorizePlan {
  readonly target: Target;
  readonly ingress: Ingress;
  readonly newGroup?: { readonly name: string; readonly description: string };
  /** Told once the new group is there, so that a second try does not make it again. */
  readonly onGroupMade?: () => void;
  /** Whether somebody answered prompts, and can answer more. */
  readonly interactive: boolean;
}

/** Sends AuthorizeCacheSecurityGroupIngress, shows the grant from the answer and follows it from there. */
export async function executeAuthorize(plan: AuthorizePlan, services: Services): Promise<CommandResult> {
  const { target, ingress, newGroup } = plan;
  const { groups } = services.state;
  const guard = await guardFailure(target.profile, plan.interactive, services);
  if (guard) {
    return failedResult(guard);
  }
  const aws = await services.aws();
  if (newGroup) {
    const asked = groups.moment();
    const created = await aws.createCacheSecurityGroup(target, newGroup);
    if (!created.ok) {
      return failedResult(created.failure);
    }
    groups.applyChange(target, created.value, { asked });
    plan.onGroupMade?.();
  }
  const asked = groups.moment();
  const answer = await aws.authorizeIngress(target, ingress);
  if (answer.ok) {
    await show(answer.value.group, asked, plan, services);
    void services.recent.add({
      name: ingress.ec2SecurityGroupName,
      ownerId: ingress.ec2SecurityGroupOwnerId,
    });
    void followAuthorized(plan, services);
    return done(toApiShape(answer.value.group));
  }
  switch (answer.failure.kind) {
    case "alreadyAuthorized":
      return alreadyAuthorized(plan, services);
    case "notFound":
      return groupIsGone(plan, services, answer.failure, asked);
    default:
      return failedResult(answer.failure);
  }
}

/** Not an error: it is as it was wanted. The row is read again, since whoever did it may just have done it. */
async function alreadyAuthorized(plan: AuthorizePlan, services: Services): Promise<CommandResult> {
  const { target, ingress } = plan;
  const { groups } = services.state;
  const asOf = groups.moment();
  const read = await (await services.aws()).describeCacheSecurityGroup(
    target,
    ingress.cacheSecurityGroupName,
  );
  if (!read.ok) {
    return unchanged();
  }
  groups.apply(target, read.value, asOf);
  return unchanged(toApiShape(read.value));
}

/** The row goes, and what else is there is read again. */
async function groupIsGone(
  { target, ingress }: AuthorizePlan,
  { state }: Services,
  failure: Failure,
  asked: number,
): Promise<CommandResult> {
  state.groups.remove(target, ingress.cacheSecurityGroupName.toLowerCase(), asked);
  if (state.groups.get(target).value) {
    await state.groups.refresh(target);
  }
  return failedResult(failure);
}

/** The answer's grants on the row at once; the way to it opened where the view is open. */
async function show(
  group: CacheSecurityGroup,
  asked: number,
  { target, ingress }: AuthorizePlan,
  services: Services,
): Promise<void> {
  const { groups } = services.state;
  if (!groups.get(target).value) {
    // Nobody has opened this target yet; following the grant needs it.
    void groups.load(target);
  }
  groups.applyChange(target, group, { asked, grant: ingress });
  void services.tree.reveal(rowId("cacheSecurityGroup", target.profile, target.region, group.name), {
    open: true,
  });
}
