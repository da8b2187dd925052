import type { ThreeValued } from "../threeValued";
import type { Authentication } from "./authentication";

/** A user of ElastiCache's access control, as DescribeUsers tells it. */
export interface CacheUser {
  readonly id: string;
  /** What clients say. `default` is who says nothing. */
  readonly name: string;
  /** `on ~* +@all`, in the words of the engine's ACL. */
  readonly accessString: string;
  /** `password`, `no-password` or `iam`. */
  readonly authentication: string;
  readonly userGroupIds: readonly string[];
}

/** A user group, as DescribeUserGroups tells it. */
export interface CacheUserGroup {
  readonly id: string;
  readonly userIds: readonly string[];
}

/** The users of a target: what could be read of them. */
export interface KnownUsers {
  readonly groups: readonly CacheUserGroup[] | undefined;
  readonly users: readonly CacheUser[] | undefined;
}

export const noUsers: KnownUsers = { groups: undefined, users: undefined };

/** An answer about authentication, with what is known of the users of its groups. */
export function withUsers(authentication: Authentication, users: KnownUsers): Authentication {
  return authentication.kind !== "asked"
    ? authentication
    : {
        ...authentication,
        userGroups: authentication.userGroups.map(({ id }) => ({
          id,
          letsAnybodyIn: letsAnybodyIn(id, users),
        })),
      };
}

/**
 * Whether a user group lets in somebody who says nothing: clients begin as its default user, and that one may need
 * no password. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
function letsAnybodyIn(groupId: string, { groups, users }: KnownUsers): ThreeValued {
  if (users === undefined) {
    return "notKnown";
  }
  const ids = groups?.find(({ id }) => id === groupId)?.userIds;
  const members = users.filter((user) => ids?.includes(user.id) || user.userGroupIds.includes(groupId));
  const defaultUser = members.find(({ name }) => name === "default");
  if (defaultUser) {
    return needsNothing(defaultUser);
  }
  const areAllKnown = ids?.every((id) => members.some((user) => user.id === id));
  return areAllKnown && members.length > 0 ? "no" : "notKnown";
}

function needsNothing({ accessString, authentication }: CacheUser): ThreeValued {
  if (mayDoNothing(accessString)) {
    return "no";
  }
  switch (authentication) {
    case "no-password":
      return "yes";
    case "password":
    case "iam":
      return "no";
    default:
      return "notKnown";
  }
}

/** Off, or without any command, in any of its parts: what stands in brackets may be done besides. */
function mayDoNothing(accessString: string): boolean {
  const parts = accessString.toLowerCase().split(/[()]/);
  const words = wordsOf(parts.filter((_, at) => at % 2 === 0).join(" "));
  const isOff = words.lastIndexOf("off") > words.lastIndexOf("on");
  const besides = parts.filter((_, at) => at % 2 === 1).map(wordsOf);
  return isOff || ![words, ...besides].some(mayDoSomething);
}

/** The later words of an access string count. */
function mayDoSomething(words: readonly string[]): boolean {
  const none = words.findLastIndex((word) => ["-@all", "nocommands", "reset"].includes(word));
  return words.slice(none + 1).some((word) => word.startsWith("+") || word === "allcommands");
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/);
}
