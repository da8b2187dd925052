import type { CachesApi } from "../aws/api/caches";
import { type KnownUsers, noUsers } from "../core/caches/users";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import { distinctFailures } from "./distinctFailures";

export type UsersApi = Pick<CachesApi, "listUserGroups" | "listUsers">;

/** The users of a target, and why some are not known. */
export interface Users extends KnownUsers {
  readonly failures: readonly Failure[];
}

export const noUsersRead: Users = { ...noUsers, failures: [] };

/** Reads who may log in, each list by a permission of its own. What was known before does not stand in for it. */
export async function readUsers(aws: UsersApi, target: Target): Promise<Users> {
  const [groups, users] = await Promise.all([aws.listUserGroups(target), aws.listUsers(target)]);
  return {
    groups: ifRead(groups),
    users: ifRead(users),
    failures: distinctFailures([groups, users].flatMap((answer) => (answer.ok ? [] : [answer.failure]))),
  };
}

function ifRead<T>(answer: Outcome<T>): T | undefined {
  return answer.ok ? answer.value : undefined;
}
