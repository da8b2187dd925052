import { ApiError } from "../apiError";
import type { Call } from "../service";
import type { SecurityGroup } from "./securityGroup";

/** The caller's group of that id, or EC2's refusal: malformed, or not found. */
export function findSecurityGroup({ state }: Call, id: string): SecurityGroup {
  if (!/^sg-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id)) {
    throw new ApiError("InvalidGroupId.Malformed", `Invalid id: "${id}" (expecting "sg-...")`);
  }
  return state.ec2.groups.get(id) ?? notFound(id);
}

/** The group that `GroupId` names, or `GroupName` in EC2-Classic or the default VPC. */
export function namedSecurityGroup(call: Call): SecurityGroup {
  const { params, state } = call;
  const id = params.optional("GroupId");
  if (id !== undefined) {
    return findSecurityGroup(call, id);
  }
  const name = params.optional("GroupName");
  if (name === undefined) {
    throw new ApiError("MissingParameter", "The request must contain the parameter groupName or groupId");
  }
  const { groups, defaultVpcId } = state.ec2;
  for (const vpcId of [undefined, defaultVpcId]) {
    for (const group of groups.values()) {
      if (group.name === name && group.vpcId === vpcId) {
        return group;
      }
    }
  }
  return notFound(name);
}

export function notFound(group: string): never {
  throw new ApiError("InvalidGroup.NotFound", `The security group '${group}' does not exist`);
}
