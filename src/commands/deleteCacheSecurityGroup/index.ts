import { deleteGroups } from "../../changes/cacheSecurityGroups";
import { type DeletedGroupItem, defaultStays, isDefault } from "../../changes/deletedGroup";
import type { GroupItem } from "../../core/cacheSecurityGroups/items";
import { groupFields } from "../../core/given/fields";
import { failed, succeeded } from "../../core/outcome";
import { readFields, readItems } from "../../store/given/fields";
import type { Services } from "../command";
import { confirmedCommand } from "../confirmedCommand";
import { type GroupContext, groupStep } from "../steps/groupStep";
import { answered, targetOf, targetStep } from "../steps/targetStep";

/** Deletes cache security groups. Asks first; one that lets somebody in asks for its name. */
export const deleteCacheSecurityGroup = confirmedCommand({
  id: "deleteCacheSecurityGroup",
  title: "Delete Cache Security Group",
  steps: [targetStep, groupStep],
  change: deleteGroups,
  given: (params, { state }) => readFields(params, groupFields, state),
  context: (given, services): GroupContext => ({ services, given, ...given }),
  itemOf: (context) => {
    const name = answered(context.cacheSecurityGroupName, "cache security group");
    const group = { ...targetOf(context), cacheSecurityGroupName: name };
    return isDefault(group) ? failed(defaultStays) : succeeded(asRead(group, context.services));
  },
  items: async (items, services) => {
    const read = await readItems(items, groupFields, services.state);
    return read.ok ? succeeded(read.value.map((group) => asRead(group, services))) : read;
  },
});

/** With what the group was read as last: whoever confirms has seen that, and no more. */
function asRead(group: GroupItem, { state: { groups } }: Services): DeletedGroupItem {
  const read = groups.find(group, group.cacheSecurityGroupName);
  return read ? { ...group, read } : group;
}
