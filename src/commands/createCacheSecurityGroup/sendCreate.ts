import { toApiShape } from "../../core/cacheSecurityGroups/apiShape";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type CommandResult, done, failedResult } from "../../core/commandResult";
import type { Target } from "../../core/target";
import { rowId } from "../../tree/row";
import type { Services } from "../command";
import { sendDelete } from "../deleteCacheSecurityGroup/sendDelete";
import { tellEnd } from "../endOfChange";
import { guardFailure } from "../guards";
import { refuse, tellFailure } from "../tellFailure";
import { goneInstead, type Undo } from "../undo";

export interface CreatePlan {
  readonly target: Target;
  readonly name: string;
  readonly description: string;
  readonly interactive: boolean;
}

/** Sends CreateCacheSecurityGroup and shows the new row. */
export async function sendCreate(plan: CreatePlan, services: Services): Promise<CommandResult> {
  const { target, name, description, interactive } = plan;
  const { groups } = services.state;
  const guard = await guardFailure(target.profile, interactive, services);
  if (guard) {
    return refuse(guard, services);
  }
  const aws = await services.aws();
  const asked = groups.moment();
  const answer = await aws.createCacheSecurityGroup(target, { name, description });
  if (!answer.ok) {
    tellFailure(answer.failure, services, () => sendCreate(plan, services), target);
    return failedResult(answer.failure);
  }
  const group = answer.value;
  groups.applyChange(target, group, { asked });
  void services.tree.reveal(rowId("cacheSecurityGroup", target.profile, target.region, group.name));
  void tellEnd(
    { severity: "information", text: `${group.name} was created in ${target.region} (${target.profile})` },
    { undo: undoCreate(target, group, services) },
    services,
  );
  return done(toApiShape(group));
}

/** Deletes the group again, as long as nobody has put anything into it. */
function undoCreate(target: Target, made: CacheSecurityGroup, services: Services): Undo {
  const { name } = made;
  return {
    obstacle: async () => {
      const read = await (await services.aws()).describeCacheSecurityGroup(target, name);
      if (!read.ok) {
        return goneInstead(read.failure, `${name} is not there any more`);
      }
      if (read.value.grants.length > 0) {
        return { ok: true, value: `${name} lets somebody in now` };
      }
      const same = read.value.description === made.description;
      return { ok: true, value: same ? undefined : `${name} is another group by now` };
    },
    run: () => sendDelete({ target, name, interactive: true }, services),
  };
}
