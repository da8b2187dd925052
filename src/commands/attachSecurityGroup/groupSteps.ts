import type { MembershipItem } from "../../changes/membershipQuestion";
import type { CacheName } from "../../core/caches/cache";
import { groupIdsOf } from "../../core/caches/membershipChange";
import { isSecurityGroupId, type VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, Position } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import type { CacheContext } from "../steps/cacheStep";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { groupDetail, showLiveGroups } from "../vpc/liveGroups";

/** The answers of a flow about one of a cache's VPC security groups, as far as it has come. */
export interface MembershipContext extends CacheContext {
  readonly given: CacheContext["given"] & { readonly securityGroupId?: string };
  securityGroupId?: string;
}

const isNeeded = ({ given }: MembershipContext) => given.securityGroupId === undefined;

/** Asks for one of the other groups of the cache's own VPC. */
export const otherGroupStep: Step<MembershipContext> = {
  field: "securityGroupId",
  isNeeded,
  async ask(context, at, ui) {
    const { state } = context.services;
    const target = targetOf(context);
    const attached = new Set(groupIdsOfCache(context));
    const answer = await ui.pick<string>({
      at: about(at, context),
      placeholder: "The group to attach: search by name, ID or tag",
      items: [],
      grow: async (show) => {
        await state.vpc.load(target);
        const [first] = attached;
        const vpcId = first === undefined ? undefined : state.vpc.group(target, first)?.vpcId;
        const mayBeAttached = (group: VpcSecurityGroup) =>
          !attached.has(group.id) && (vpcId === undefined || group.vpcId === vpcId);
        const entriesOf = (groups: readonly VpcSecurityGroup[]) =>
          groups.filter(mayBeAttached).map(groupItem);
        await showLiveGroups(context.services, target, entriesOf, show);
      },
      isActive: (id) => id === context.securityGroupId,
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
    return takeAnswer(answer, (id) => {
      context.securityGroupId = id;
    });
  },
};

/** Asks for one of the groups that the cache has. */
export const ownGroupStep: Step<MembershipContext> = {
  field: "securityGroupId",
  isNeeded,
  async ask(context, at, ui) {
    const { vpc } = context.services.state;
    const target = targetOf(context);
    const items = () =>
      groupIdsOfCache(context).map((id): PickEntry<string> => {
        const group = vpc.group(target, id);
        return group
          ? groupItem(group)
          : { key: entryKey("group", id), label: id, icon: "shield", value: id };
      });
    const answer = await ui.pick<string>({
      at: about(at, context),
      placeholder: "The group to detach",
      items: items(),
      later: vpc.load(target).then(items),
      isActive: (id) => id === context.securityGroupId,
    });
    return takeAnswer(answer, (id) => {
      context.securityGroupId = id;
    });
  },
};

/** What is to be changed, once every step was answered. */
export function membershipOf(context: MembershipContext): MembershipItem {
  const { securityGroupId } = context;
  if (securityGroupId === undefined) {
    throw new Error("The security group is not known yet");
  }
  return { ...targetOf(context), cache: cacheOf(context), groupId: securityGroupId };
}

function cacheOf({ cache }: MembershipContext): CacheName {
  if (!cache) {
    throw new Error("The cache is not known yet");
  }
  return cache;
}

/** The ids of the groups that the cache has, as last read. */
function groupIdsOfCache(context: MembershipContext): readonly string[] {
  const cache = context.services.state.caches.find(targetOf(context), cacheOf(context));
  return cache ? groupIdsOf(cache) : [];
}

/** Names in the title the cache that the group is for. */
function about(at: Position, context: MembershipContext): Position {
  return { ...at, title: `${at.title}: ${cacheOf(context).id}` };
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
