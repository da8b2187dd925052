import {
  type ReplicationGroup as Answered,
  type DescribeReplicationGroupsCommandInput,
  paginateDescribeReplicationGroups,
} from "@aws-sdk/client-elasticache";
import type { CacheEndpoint } from "../../core/caches/cache";
import type { ReplicationGroup } from "../../core/caches/cacheParts";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { authTokenOf, cacheEndpoints, encryptionOf } from "./cacheFields";
import { wholeList } from "./pages";

/** The largest page that DescribeReplicationGroups allows. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReplicationGroups.html */
export function listReplicationGroups(
  clients: CallClients,
  input: DescribeReplicationGroupsCommandInput = {},
): Promise<readonly ReplicationGroup[]> {
  const pages = paginateDescribeReplicationGroups(
    { client: clients.elastiCache(), pageSize },
    input,
    clients.options,
  );
  return wholeList(
    clients,
    pages,
    ({ ReplicationGroups }) => ReplicationGroups,
    ({ ReplicationGroupId: id }) => id,
    groupOf,
  );
}

function groupOf(group: Answered): ReplicationGroup {
  if (!group.ReplicationGroupId) {
    throw new ProtocolError("withoutName");
  }
  const { GlobalReplicationGroupId: id, GlobalReplicationGroupMemberRole: role } =
    group.GlobalReplicationGroupInfo ?? {};
  return {
    id: group.ReplicationGroupId,
    ...(group.ARN ? { arn: group.ARN } : {}),
    ...(group.Engine ? { engine: group.Engine } : {}),
    status: group.Status ?? "",
    endpoints: endpointsOf(group),
    members: group.MemberClusters ?? [],
    ...(group.ClusterEnabled === undefined ? {} : { clusterMode: group.ClusterEnabled }),
    networkType: group.NetworkType ?? "ipv4",
    encryptionInTransit: encryptionOf(group),
    ...authTokenOf(group),
    userGroupIds: group.UserGroupIds ?? [],
    ...(id ? { globalDatastore: { id, role: (role ?? "").toLowerCase() } } : {}),
  };
}

/** In cluster mode clients use the configuration endpoint alone; otherwise each node group has two of its own. */
function endpointsOf({ ConfigurationEndpoint, NodeGroups }: Answered): readonly CacheEndpoint[] {
  const nodeGroups = NodeGroups ?? [];
  return [
    ...cacheEndpoints("configuration", ConfigurationEndpoint),
    ...nodeGroups.flatMap((each) => cacheEndpoints("primary", each.PrimaryEndpoint)),
    ...nodeGroups.flatMap((each) => cacheEndpoints("reader", each.ReaderEndpoint)),
    ...nodeGroups
      .flatMap((each) => each.NodeGroupMembers ?? [])
      .flatMap((member) => cacheEndpoints("node", member.ReadEndpoint)),
  ];
}
