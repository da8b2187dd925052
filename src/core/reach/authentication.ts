import { cacheAt } from "./cacheAt";
import { asSteps, type Step } from "./explanation";
import { notice } from "./finding";
import type { WayThere } from "./wayThere";

/** Who a client must say that it is. Whether it knows is its own affair. */
export function authentication({ snapshot, destination }: WayThere): readonly Step[] {
  const cache = destination && cacheAt(snapshot, destination.interface);
  if (cache === undefined) {
    return [];
  }
  if (cache.kind === "serverless") {
    const { ServerlessCacheName: id = "", UserGroupId } = cache.cache;
    return UserGroupId === undefined ? [] : asSteps("authentication", [userGroup(id, [UserGroupId])]);
  }
  const { cluster, group } = cache;
  const id = group?.ReplicationGroupId ?? cluster.CacheClusterId ?? "";
  const userGroups = group?.UserGroupIds ?? [];
  const hasToken = group?.AuthTokenEnabled ?? cluster.AuthTokenEnabled ?? false;
  return asSteps("authentication", [
    ...(hasToken ? [notice(id, `${id} asks for its AUTH token.`)] : []),
    ...(userGroups.length > 0 ? [userGroup(id, userGroups)] : []),
  ]);
}

function userGroup(id: string, userGroupIds: readonly string[]) {
  const users = userGroupIds.join(", ");
  return notice(id, `${id} asks for a user of ${users}, by password or by IAM with elasticache:Connect.`);
}
