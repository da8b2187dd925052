import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList } from "../xml";
import type { ReplicationGroup } from "./caches";
import { byId, page } from "./paging";
import { replicationGroupXml } from "./replicationGroupXml";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReplicationGroups.html */
export const describeReplicationGroups: Operation = (call) => {
  const { params, state } = call;
  const id = params.optional("ReplicationGroupId");
  const listed = id === undefined ? byId(state.caches.replicationGroups) : [findReplicationGroup(call, id)];
  const { items, marker } = page(listed, (group) => group.id, "replicationGroups", params);
  return {
    ReplicationGroups: new XmlList(
      "ReplicationGroup",
      items.map((group) => replicationGroupXml(call, group)),
    ),
    Marker: marker,
  };
};

export function findReplicationGroup({ state }: Call, id: string): ReplicationGroup {
  const group = state.caches.replicationGroups.get(id.toLowerCase());
  if (group !== undefined) {
    return group;
  }
  throw new ApiError("ReplicationGroupNotFoundFault", `ReplicationGroup ${id.toLowerCase()} not found.`);
}
