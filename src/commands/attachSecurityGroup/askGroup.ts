import { groupIdsOf } from "../../core/caches/membershipChange";
import { isSecurityGroupId, type VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry } from "../../ui/ui";
import type { Services } from "../command";
import type { CacheGiven } from "../vpc/cacheGiven";
import { groupDetail, showLiveGroups } from "../vpc/liveGroups";

/** Asks for one of the other groups of the cache's own VPC. */
export async function askGroup(
  { target, cache }: CacheGiven,
  services: Services,
): Promise<string | undefined> {
  const attached = new Set(groupIdsOf(cache));
  const answer = await services.ui.pick<string>({
    at: { title: `Attach VPC Security Group: ${cache.id}` },
    placeholder: "The group to attach: search by name, ID or tag",
    items: [],
    grow: async (show) => {
      const { state } = services;
      await state.vpc.load(target);
      const [first] = attached;
      const vpcId = first === undefined ? undefined : state.vpc.group(target, first)?.vpcId;
      const mayBeAttached = (group: VpcSecurityGroup) =>
        !attached.has(group.id) && (vpcId === undefined || group.vpcId === vpcId);
      await showLiveGroups(services, target, (groups) => groups.filter(mayBeAttached).map(groupItem), show);
    },
    fromText: (text) =>
      isSecurityGroupId(text.trim())
        ? {
            key: entryKey("typed", text.trim()),
            label: `Use ${text.trim()}`,
            icon: "pencil",
            value: text.trim(),
          }
        : undefined,
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

/** Asks for one of the groups that the cache has. */
export async function askAttached(
  { target, cache }: CacheGiven,
  { state, ui }: Services,
): Promise<string | undefined> {
  const items = () =>
    groupIdsOf(cache).map((id): PickEntry<string> => {
      const group = state.vpc.group(target, id);
      return group ? groupItem(group) : { key: entryKey("group", id), label: id, icon: "shield", value: id };
    });
  const answer = await ui.pick<string>({
    at: { title: `Detach VPC Security Group: ${cache.id}` },
    placeholder: "The group to detach",
    items: items(),
    later: state.vpc.load(target).then(items),
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

function groupItem(group: VpcSecurityGroup): PickEntry<string> {
  const { id, name } = group;
  const detail = groupDetail(group);
  return {
    key: entryKey("group", id),
    label: name,
    description: id,
    ...(detail === undefined ? {} : { detail }),
    icon: "shield",
    value: id,
  };
}
