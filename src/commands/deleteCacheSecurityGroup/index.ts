import { deleteGroups } from "../../changes/cacheSecurityGroups";
import { type DeletedGroupItem, isDefault } from "../../changes/deletedGroup";
import { runChange } from "../../changes/run";
import type { GroupItem } from "../../core/cacheSecurityGroups/items";
import { type CommandResult, cancelled, failedResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { groupFields, isComplete, readFields, readItems } from "../fields";
import { isConfirmed, oneOrMany, withRead } from "../heads";
import { type GroupContext, groupStep } from "../steps/groupStep";
import { targetOf, targetStep } from "../steps/targetStep";

const steps: readonly Step<GroupContext>[] = [targetStep(), groupStep()];

/** Deletes cache security groups. Asks first; one that lets somebody in asks for its name. */
export const deleteCacheSecurityGroup: Command = {
  id: "deleteCacheSecurityGroup",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => deleteOne(params, services),
      (items) => {
        const confirmed = isConfirmed(params);
        const how = { interactive: !confirmed, confirmed, many: true };
        return withRead(readItems(items, groupFields, services.state), (groups) =>
          runChange(
            deleteGroups(services),
            groups.map((group) => asRead(group, services)),
            how,
            services,
          ),
        );
      },
    ),
};

function deleteOne(params: Params, services: Services): Promise<CommandResult> {
  return withRead(readFields(params, groupFields, services.state), async (given) => {
    const context: GroupContext = { services, given, ...given };
    if ((await runWizard("Delete Cache Security Group", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const group = { ...targetOf(context), cacheSecurityGroupName: context.cacheSecurityGroupName ?? "" };
    if (isDefault(group)) {
      const failure = invalidParameter("cacheSecurityGroupName", "Each region keeps its group named default");
      return failedResult(failure);
    }
    const confirmed = isConfirmed(params);
    const interactive = !confirmed || !isComplete(given, groupFields);
    const how = { interactive, confirmed };
    return runChange(deleteGroups(services), [asRead(group, services)], how, services);
  });
}

/** With what the group was read as last: whoever confirms has seen that, and no more. */
function asRead(group: GroupItem, { state: { groups } }: Services): DeletedGroupItem {
  const read = groups.find(group, group.cacheSecurityGroupName);
  return read ? { ...group, read } : group;
}
