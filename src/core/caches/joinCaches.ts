import { authenticationOf, type UserGroup } from "./authentication";
import { type Cache, type CacheEndpoint, type GroupMembership, isPublicAddress } from "./cache";
import type { CacheCluster, CacheParts, ReplicationGroup, ServerlessCache } from "./cacheParts";

/**
 * The caches that three lists tell of, by id. The API gives a replication group neither security groups nor a
 * version: both are its member clusters'. Where the list of groups could not be had, or does not name one yet, its
 * members still tell that it exists and who may reach it; where the list of clusters could not be had, or does not
 * name them yet, a group is shown without.
 */
export function joinCaches({ clusters, replicationGroups, serverless }: CacheParts): readonly Cache[] {
  const membersOf = new Map<string, CacheCluster[]>();
  for (const cluster of clusters ?? []) {
    if (cluster.replicationGroupId !== undefined) {
      const others = membersOf.get(cluster.replicationGroupId);
      others ? others.push(cluster) : membersOf.set(cluster.replicationGroupId, [cluster]);
    }
  }
  const listed = new Set(replicationGroups?.map(({ id }) => id));
  const groups = [
    ...(replicationGroups ?? []).map((group) =>
      fromGroup(group, clusters && (membersOf.get(group.id) ?? [])),
    ),
    ...[...membersOf].filter(([id]) => !listed.has(id)).map(([id, members]) => fromMembers(id, members)),
  ];
  return [
    ...groups,
    ...(clusters ?? []).filter(({ replicationGroupId: group }) => group === undefined).map(fromCluster),
    ...(serverless ?? []).map(fromServerless),
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function fromGroup(
  { authToken, userGroupIds, clusterMode, ...group }: ReplicationGroup,
  members: readonly CacheCluster[] | undefined,
): Cache {
  const [first] = members ?? [];
  const nodes = (members ?? []).flatMap(({ endpoints }) => endpoints);
  return {
    ...group,
    kind: "replicationGroup",
    engine: group.engine ?? first?.engine ?? "redis",
    engineVersion: first?.engineVersion ?? "",
    ports: portsOf(group.endpoints.length > 0 ? group.endpoints : nodes),
    securityGroups: members && groupsOf(members),
    authentication: authenticationOf(authToken, userGroupIds.map(userGroup)),
    isPublic: false,
    clusterMode: clusterMode === undefined ? "notKnown" : clusterMode ? "yes" : "no",
    cacheSecurityGroups: [...new Set((members ?? []).flatMap((each) => each.cacheSecurityGroups))],
  };
}

/**
 * A replication group that only its members tell of. They know whether there is an AUTH token; of user groups, as of
 * cluster mode, they know nothing.
 */
function fromMembers(id: string, members: readonly CacheCluster[]): Cache {
  const [first] = members;
  const status = first?.status ?? "";
  return {
    kind: "replicationGroup",
    id,
    engine: first?.engine ?? "redis",
    engineVersion: first?.engineVersion ?? "",
    status,
    endpoints: [],
    ports: portsOf(members.flatMap(({ endpoints }) => endpoints)),
    securityGroups: groupsOf(members),
    networkType: first?.networkType ?? "ipv4",
    encryptionInTransit: first?.encryptionInTransit ?? "none",
    authentication: first?.authToken ? authenticationOf(true, []) : { kind: "notKnown" },
    isPublic: false,
    clusterMode: "notKnown",
    members: members.map((member) => member.id),
    cacheSecurityGroups: [...new Set(members.flatMap((each) => each.cacheSecurityGroups))],
  };
}

function userGroup(id: string): UserGroup {
  return { id, letsAnybodyIn: "notKnown" };
}

/**
 * Each group once. While the members differ, the status that is not settled yet counts. A cluster has either VPC
 * security groups or cache security groups: where neither are told, as long as there are no members and perhaps while
 * those come or go, it is not known which.
 */
function groupsOf(
  members: readonly Pick<CacheCluster, "securityGroups" | "cacheSecurityGroups">[],
): readonly GroupMembership[] | undefined {
  const groups = new Map<string, GroupMembership>();
  for (const membership of members.flatMap((member) => member.securityGroups)) {
    const known = groups.get(membership.id);
    if (!known || known.status === "active") {
      groups.set(membership.id, membership);
    }
  }
  const isTold = groups.size > 0 || members.some((each) => each.cacheSecurityGroups.length > 0);
  return isTold ? [...groups.values()] : undefined;
}

function fromCluster({ authToken, ...cluster }: CacheCluster): Cache {
  return {
    ...cluster,
    kind: "cluster",
    ports: portsOf(cluster.endpoints),
    securityGroups: groupsOf([cluster]),
    authentication: authenticationOf(authToken, []),
    isPublic: false,
    clusterMode: "no",
    members: [],
  };
}

function fromServerless({ name, securityGroupIds, userGroupIds, ...cache }: ServerlessCache): Cache {
  // The API gives the groups of a serverless cache no status of their own.
  const status = cache.status === "modifying" ? "modifying" : "active";
  const isPublic = cache.endpoints.some(({ address }) => isPublicAddress(address));
  return {
    ...cache,
    kind: "serverless",
    id: name,
    ports: portsOf(cache.endpoints),
    // One in a VPC has some always; one without is public, which its endpoint tells once there is one.
    securityGroups:
      securityGroupIds.length === 0 && !isPublic
        ? undefined
        : [...new Set(securityGroupIds)].map((id) => ({ id, status })),
    encryptionInTransit: "required",
    authentication: isPublic ? { kind: "iam" } : authenticationOf(false, userGroupIds.map(userGroup)),
    isPublic,
    clusterMode: "yes",
    members: [],
    cacheSecurityGroups: [],
  };
}

function portsOf(endpoints: readonly CacheEndpoint[]): readonly number[] | undefined {
  return endpoints.length === 0
    ? undefined
    : [...new Set(endpoints.map(({ port }) => port))].sort((a, b) => a - b);
}
