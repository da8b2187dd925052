import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { findReplicationGroup } from "./describeReplicationGroups";
import { replicationGroupXml } from "./replicationGroupXml";
import { readSecurityGroupIds } from "./securityGroupIds";

/**
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
 *
 * The sandbox modifies nothing but the list of VPC security groups, on every member cluster.
 */
export const modifyReplicationGroup: Operation = (call) => {
  const group = findReplicationGroup(call, call.params.required("ReplicationGroupId"));
  const ids = readSecurityGroupIds(call, group.security.groupIds);
  if (group.security.isChanging(call.now)) {
    throw new ApiError(
      "InvalidReplicationGroupState",
      `Replication group ${group.id} is not in available state.`,
    );
  }
  group.security.replace(ids, call.now);
  return { ReplicationGroup: replicationGroupXml(call, group) };
};
