import { type Cache, cacheKey } from "../../core/caches/cache";
import { briefFacts } from "../../core/caches/cacheFacts";
import { noGroupWords } from "../../core/caches/membershipChange";
import { joined } from "../../core/joined";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { isSecurityGroupId } from "../../core/rules/vpcSecurityGroup";
import { vpcGroupName, vpcGroupWords } from "../../store/ruleNames";
import { failureNote, note, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { targetOf } from "../steps/targetStep";
import type { VpcGroupContext } from "./groupContext";

interface Choice {
  readonly cache?: Cache;
  readonly groupId: string;
}

/** Asks for one of the VPC security groups of the target's caches, named by the cache it opens. */
export function vpcGroupStep(placeholder: string): Step<VpcGroupContext> {
  return pickStep<VpcGroupContext, Choice>({
    field: "securityGroupId",
    isNeeded: ({ given }) => given.securityGroupId === undefined,
    question: (context) => {
      const { vpc } = context.services.state;
      const target = targetOf(context);
      const isRead = vpc.get(target).value !== undefined;
      return {
        placeholder,
        items: isRead ? entries(context) : [],
        ...(isRead ? {} : { later: vpc.load(target).then(() => entries(context)) }),
        isActive: ({ groupId }) => groupId === context.securityGroupId,
        fromText: (text) => {
          const groupId = text.trim();
          return isSecurityGroupId(groupId) && context.given.cache === undefined
            ? typedEntry(groupId, { groupId })
            : undefined;
        },
      };
    },
    keep: (context, { cache, groupId }) => {
      context.securityGroupId = groupId;
      if (cache) {
        context.cache = cache;
      }
    },
  });
}

/** Each cache with each of its groups: of the cache the flow began at, else of all. */
function entries(context: VpcGroupContext): readonly PickEntry<Choice>[] {
  const { value: caches = [], failures } = context.services.state.caches.get(targetOf(context));
  const wanted = context.given.cache;
  const shown = caches.filter(
    ({ kind, id }) => wanted === undefined || (kind === wanted.kind && id === wanted.id),
  );
  const items = shown.flatMap((cache) =>
    (cache.securityGroups ?? []).map(({ id }) => entry(context, cache, id, caches)),
  );
  const none = items.length === 0 && failures.length === 0 ? noGroupWords(shown) : [];
  return [
    ...failures.map((failure) => failureNote(failure, targetOf(context))),
    ...none.map((words) => note("info", words)),
    ...items,
  ];
}

function entry(
  context: VpcGroupContext,
  cache: Cache,
  groupId: string,
  caches: readonly Cache[],
): PickEntry<Choice> {
  const { vpc } = context.services.state;
  const target = targetOf(context);
  const others = cachesOfGroup(caches, groupId).filter((each) => each !== cache);
  const shared = others.length === 0 ? "" : `shared with ${others.map(({ id }) => id).join(", ")}`;
  const value = { cache, groupId };
  const key = entryKey("group", cacheKey(cache), groupId);
  return context.given.cache
    ? {
        key,
        label: vpcGroupName(vpc, target, groupId),
        description: groupId,
        detail: shared,
        icon: "shield",
        value,
      }
    : {
        key,
        label: cache.id,
        description: vpcGroupWords(vpc, target, groupId),
        detail: joined(...briefFacts(cache), shared),
        icon: "database",
        value,
      };
}
