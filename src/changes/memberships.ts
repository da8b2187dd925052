import { cacheKey } from "../core/caches/cache";
import { changedGroups, sameGroups } from "../core/caches/membershipChange";
import { distinctBy } from "../core/distinct";
import { invalidParameter } from "../core/failures/invalidParameter";
import { isBusy } from "../core/failures/isBusy";
import { count } from "../core/plural";
import { targetAlone, targetKey } from "../core/target";
import { groupsOfCache } from "../store/groupsOfCache";
import { vpcGroupName } from "../store/ruleNames";
import { type Change, inverse, type Judged } from "./change";
import type { MembershipItem } from "./membershipItem";
import { type Direction, membershipQuestion } from "./membershipQuestion";
import type { ChangeServices } from "./services";

type MembershipChange = Change<MembershipItem, readonly string[]>;

/** Attaches VPC security groups: often a better way to let one more in than a rule on a shared group. */
export function attachGroups(services: ChangeServices): MembershipChange {
  return changeMemberships("attach", services);
}

/** Detaches VPC security groups. */
export function detachGroups(services: ChangeServices): MembershipChange {
  return changeMemberships("detach", services);
}

const words = {
  attach: {
    command: "attachSecurityGroup",
    title: "Attach VPC Security Group",
    doing: "Attaching",
    done: "attached",
    undone: "somebody has attached it again",
    already: "already has",
  },
  detach: {
    command: "detachSecurityGroup",
    title: "Detach VPC Security Group",
    doing: "Detaching",
    done: "detached",
    undone: "somebody has detached it already",
    already: "does not have",
  },
} as const;

/**
 * Replaces the list of a cache's VPC security groups. The API knows no adding: so the list is read again just
 * before, and what has changed meanwhile is asked about anew.
 */
function changeMemberships(direction: Direction, services: ChangeServices): MembershipChange {
  const { caches, vpc } = services.state;
  const { command, title, doing, done, undone, already } = words[direction];
  return {
    command,
    title,
    doing: (number) => `${doing} ${count(number, "security group")}`,
    done,
    undone,
    key: (item) => [targetKey(item), cacheKey(item.cache), item.groupId].join("\n"),
    scope: (item) => cacheKey(item.cache),
    look: async (items) => {
      const targets = distinctBy(targetKey, items.map(targetAlone));
      await Promise.all(targets.map((target) => caches.refresh(target)));
      return items.map((item) => judge(item, direction, services));
    },
    send: async ({ cache, after = [], ...item }) => {
      const target = targetAlone(item);
      const answer = await caches.change(target, async () =>
        (await services.aws()).replaceCacheGroups(target, { cache, groupIds: after }),
      );
      if (answer.ok) {
        void vpc.load(target);
      }
      return answer.ok ? { ...answer, value: after } : answer;
    },
    alreadySo: () => false,
    isPassing: isBusy,
    question: (judged) => membershipQuestion(judged, direction, services),
    unchanged: ({ cache, groupId, ...target }) =>
      `${cache.id} ${already} ${vpcGroupName(vpc, target, groupId)}`,
    end: async ({ cache, region, profile, groupId }, groupIds) => {
      if (direction === "attach") {
        const row = [profile, region, cache.kind, cache.id] as const;
        services.showRow("cache", ...row);
        services.made?.("vpcSecurityGroup", ...row, groupId);
      }
      return {
        severity: "information",
        text: `${cache.id} in ${region} (${profile}) now has ${groupIds.length === 1 ? "the security group" : "the security groups"} ${groupIds.join(", ")}`,
        canUndo: true,
      };
    },
    undo: (made) =>
      inverse(
        changeMemberships(direction === "attach" ? "detach" : "attach", services),
        made.map(({ item: { cache, groupId, ...target }, answer }) => ({
          ...targetAlone(target),
          cache,
          groupId,
          before: answer,
        })),
      ),
    value: (_, groupIds) => groupIds,
    fields: ({ profile, region, cache, groupId }) => ({
      profile,
      region,
      cacheKind: cache.kind,
      cacheId: cache.id,
      securityGroupId: groupId,
    }),
  };
}

function judge(
  item: MembershipItem,
  direction: Direction,
  services: ChangeServices,
): Judged<MembershipItem, readonly string[]> {
  const now = groupsOfCache(item, item.cache, services.state);
  if (!now.ok) {
    return { item, verdict: { kind: "impossible", failure: now.failure } };
  }
  const { groupId } = item;
  const after = changedGroups(now.value, direction === "attach" ? { add: groupId } : { remove: groupId });
  if (typeof after === "string") {
    return { item, verdict: { kind: "impossible", failure: invalidParameter("securityGroupId", after) } };
  }
  const known = { ...item, before: now.value, after };
  if (sameGroups(now.value, after)) {
    return { item: known, verdict: { kind: "alreadySo", why: "It is so", answer: after } };
  }
  return {
    item: known,
    verdict:
      item.before && !sameGroups(item.before, now.value)
        ? {
            kind: "toDo",
            changed: `The security groups of ${item.cache.id} are ${now.value.join(", ")} by now`,
          }
        : { kind: "toDo" },
  };
}
