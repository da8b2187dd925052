import type { MembershipItem } from "../../changes/membershipItem";
import type { CacheName } from "../../core/caches/cache";
import { groupIdsOf } from "../../core/caches/membershipChange";
import { isSecurityGroupId, type VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { type Asked, keepIn, pickStep } from "../../ui/steps";
import type { PickItem, PickQuestion } from "../../ui/ui";
import type { CacheContext } from "../steps/cacheStep";
import { answered, targetOf } from "../steps/targetStep";
import { groupEntry, showLiveGroups } from "../vpc/liveGroups";

/** The answers of a flow about one of a cache's VPC security groups, as far as it has come. */
export interface MembershipContext extends CacheContext {
  readonly given: CacheContext["given"] & { readonly securityGroupId?: string };
  securityGroupId?: string;
}

/** Asks for one of the other groups of the cache's own VPC. */
export const otherGroupStep = membershipStep((context) => {
  const { state } = context.services;
  const target = targetOf(context);
  const attached = new Set(groupIdsOfCache(context));
  return {
    placeholder: "The group to attach: search by name, ID or tag",
    items: [],
    grow: async (show) => {
      await state.vpc.load(target);
      const [first] = attached;
      const vpcId = first === undefined ? undefined : state.vpc.group(target, first)?.vpcId;
      const mayBeAttached = (group: VpcSecurityGroup) =>
        !attached.has(group.id) && (vpcId === undefined || group.vpcId === vpcId);
      const entriesOf = (groups: readonly VpcSecurityGroup[]) =>
        groups.filter(mayBeAttached).map((group) => groupEntry(group, group.id));
      await showLiveGroups(context.services, target, entriesOf, show);
    },
    fromText: (text) => {
      const id = text.trim();
      return isSecurityGroupId(id) ? typedEntry(id, id) : undefined;
    },
  };
});

/** Asks for one of the groups that the cache has. */
export const ownGroupStep = membershipStep((context) => {
  const { vpc } = context.services.state;
  const target = targetOf(context);
  const items = () =>
    groupIdsOfCache(context).map((id): PickItem<string> => {
      const group = vpc.group(target, id);
      return group
        ? groupEntry(group, id)
        : { key: entryKey("group", id), label: id, icon: "shield", value: id };
    });
  return { placeholder: "The group to detach", items: items(), later: vpc.load(target).then(items) };
});

/** A step that asks for a group, and names in the title the cache that it is for. */
function membershipStep(question: (context: MembershipContext) => Asked<PickQuestion<string>>) {
  return pickStep<MembershipContext, string>({
    field: "securityGroupId",
    isNeeded: ({ given }) => given.securityGroupId === undefined,
    question: (context, at) => ({
      at: { ...at, title: `${at.title}: ${cacheOf(context).id}` },
      isActive: (id) => id === context.securityGroupId,
      ...question(context),
    }),
    keep: keepIn("securityGroupId"),
  });
}

/** What is to be changed, once every step was answered. */
export function membershipOf(context: MembershipContext): MembershipItem {
  const groupId = answered(context.securityGroupId, "security group");
  return { ...targetOf(context), cache: cacheOf(context), groupId };
}

function cacheOf({ cache }: MembershipContext): CacheName {
  return answered(cache, "cache");
}

/** The ids of the groups that the cache has, as last read. */
function groupIdsOfCache(context: MembershipContext): readonly string[] {
  const cache = context.services.state.caches.find(targetOf(context), cacheOf(context));
  return cache ? groupIdsOf(cache) : [];
}
