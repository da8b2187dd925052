import { type Cache, cacheKey, kindWords, portsText } from "../../core/caches/cache";
import { firstSentence } from "../../core/failures/failures";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { isSecurityGroupId } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import type { VpcGroupContext } from "./groupContext";

interface Choice {
  readonly cache?: Cache;
  readonly groupId: string;
}

/** Asks for one of the VPC security groups of the target's caches, named by the cache it opens. */
export function vpcGroupStep<C extends VpcGroupContext>(placeholder: string): Step<C> {
  return {
    field: "securityGroupId",
    isNeeded: ({ given }) => given.securityGroupId === undefined,
    async ask(context, at, ui) {
      const { state } = context.services;
      const target = targetOf(context);
      const loaded = state.vpc.get(target).value !== undefined;
      const answer = await ui.pick<Choice>({
        at,
        placeholder,
        items: loaded ? entries(context) : [],
        ...(loaded ? {} : { later: state.vpc.load(target).then(() => entries(context)) }),
        isActive: ({ groupId }) => groupId === context.securityGroupId,
        fromText: (text) =>
          isSecurityGroupId(text.trim()) && context.given.cache === undefined
            ? {
                key: entryKey("typed", text.trim()),
                label: `Use ${text.trim()}`,
                icon: "pencil",
                value: { groupId: text.trim() },
              }
            : undefined,
      });
      return takeAnswer(answer, ({ cache, groupId }) => {
        context.securityGroupId = groupId;
        if (cache) {
          context.cache = cache;
        }
      });
    },
  };
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
  const notes = failures.map((failure) => note("warning", firstSentence(failure.message)));
  const none = items.length === 0 ? [note("info", "No cache here has a VPC security group")] : [];
  return [...notes, ...none, ...items];
}

function entry(
  context: VpcGroupContext,
  cache: Cache,
  groupId: string,
  caches: readonly Cache[],
): PickEntry<Choice> {
  const name = context.services.state.vpc.group(targetOf(context), groupId)?.name;
  const others = cachesOfGroup(caches, groupId).filter((each) => each !== cache);
  const shared = others.length === 0 ? "" : `shared with ${others.map(({ id }) => id).join(", ")}`;
  const facts = [cache.engine, kindWords(cache.kind), portsText(cache)];
  const value = { cache, groupId };
  const key = entryKey("group", cacheKey(cache), groupId);
  return context.given.cache
    ? { key, label: name ?? groupId, description: groupId, detail: shared, icon: "shield", value }
    : {
        key,
        label: cache.id,
        description: name === undefined ? groupId : `${name} (${groupId})`,
        detail: [...facts, shared].filter(Boolean).join(" · "),
        icon: "database",
        value,
      };
}

function note(icon: string, label: string): PickEntry<Choice> {
  return { icon, label, note: true };
}
