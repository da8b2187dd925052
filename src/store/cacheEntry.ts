import type { CachesApi } from "../aws/api/caches";
import type { Cache } from "../core/caches/cache";
import type { CacheParts } from "../core/caches/cacheParts";
import { joinCaches } from "../core/caches/joinCaches";
import { withUsers } from "../core/caches/users";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import { distinctFailures } from "./distinctFailures";
import { noUsersRead, type Users, type UsersApi } from "./readUsers";

export type CacheListsApi = UsersApi &
  Pick<CachesApi, "listCacheClusters" | "listReplicationGroups" | "listServerlessCaches">;

/** What was read of the caches of one target. */
export interface CacheEntry {
  readonly target: Target;
  readonly parts: CacheParts;
  caches: readonly Cache[];
  readonly readAt: number | undefined;
  readonly failures: readonly Failure[];
  /** Whether a list that could be read before could not be read now. */
  readonly stale: boolean;
  /** Read after the lists, which do not wait for it. */
  users: Users;
  usersUnderWay: Promise<void> | undefined;
}

/** Reads the three lists. One that cannot be read leaves what it told before. */
export async function readCacheEntry(
  aws: CacheListsApi,
  target: Target,
  entryBefore: () => CacheEntry | undefined,
  now: () => number,
): Promise<CacheEntry> {
  const [clusters, replicationGroups, serverless] = await Promise.all([
    aws.listCacheClusters(target),
    aws.listReplicationGroups(target),
    aws.listServerlessCaches(target),
  ]);
  // It may have been forgotten meanwhile.
  const before = entryBefore();
  const parts: CacheParts = {
    clusters: valueOr(clusters, before?.parts.clusters),
    replicationGroups: valueOr(replicationGroups, before?.parts.replicationGroups),
    serverless: valueOr(serverless, before?.parts.serverless),
  };
  const answers = [clusters, replicationGroups, serverless];
  const isRead = answers.some(({ ok }) => ok);
  const users = before?.users ?? noUsersRead;
  return {
    target,
    parts,
    caches: cachesOf(parts, users),
    readAt: isRead ? now() : before?.readAt,
    failures: distinctFailures(answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]))),
    stale:
      (!clusters.ok && parts.clusters !== undefined) ||
      (!replicationGroups.ok && parts.replicationGroups !== undefined) ||
      (!serverless.ok && parts.serverless !== undefined),
    users,
    usersUnderWay: undefined,
  };
}

export function takeUsers(entry: CacheEntry, users: Users): void {
  entry.users = users;
  entry.caches = cachesOf(entry.parts, users);
}

function cachesOf(parts: CacheParts, users: Users): readonly Cache[] {
  return joinCaches(parts).map((cache) => ({
    ...cache,
    authentication: withUsers(cache.authentication, users),
  }));
}

function valueOr<T>(answer: Outcome<T>, before: T | undefined): T | undefined {
  return answer.ok ? answer.value : before;
}
