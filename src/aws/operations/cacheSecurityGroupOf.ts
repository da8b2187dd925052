import type { CacheSecurityGroup as Answered, EC2SecurityGroup } from "@aws-sdk/client-elasticache";
import {
  type CacheSecurityGroup,
  type Grant,
  grantKey,
} from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { ProtocolError } from "../http/protocolError";

/**
 * The group of an answer. The SDK leaves out what an answer leaves out: no grants are no list. A group or a
 * grant without a name is no answer of the API's.
 */
export function cacheSecurityGroupOf(group: Answered | undefined): CacheSecurityGroup {
  if (!group) {
    throw new ProtocolError("withoutResult");
  }
  if (!group.CacheSecurityGroupName) {
    throw new ProtocolError("withoutName");
  }
  return {
    name: group.CacheSecurityGroupName,
    description: group.Description ?? "",
    ownerId: group.OwnerId ?? "",
    ...(group.ARN ? { arn: group.ARN } : {}),
    grants: distinct((group.EC2SecurityGroups ?? []).map(grantOf)),
  };
}

/** The group that a change was made to, as the change was answered: another one's answer proves nothing. */
export function changedGroup(group: Answered | undefined, asked: string): CacheSecurityGroup {
  const changed = cacheSecurityGroupOf(group);
  if (changed.name.toLowerCase() !== asked.toLowerCase()) {
    throw new ProtocolError("withoutResult");
  }
  return changed;
}

function grantOf(grant: EC2SecurityGroup): Grant {
  if (!grant.EC2SecurityGroupName) {
    throw new ProtocolError("withoutName");
  }
  return {
    ec2SecurityGroupName: grant.EC2SecurityGroupName,
    ec2SecurityGroupOwnerId: grant.EC2SecurityGroupOwnerId ?? "",
    status: grant.Status ?? "",
  };
}

/** Each once: rows that stand for the same could not be told apart. What is listed later counts. */
function distinct(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((grant) => [grantKey(grant), grant])).values()];
}
