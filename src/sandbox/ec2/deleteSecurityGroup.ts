import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { namedSecurityGroup } from "./findSecurityGroup";
import { interfacesOf } from "./interfaces";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html */
export const deleteSecurityGroup: Operation = (call) => {
  const group = namedSecurityGroup(call);
  if (group.name === "default") {
    throw new ApiError(
      "CannotDelete",
      `the specified group: "${group.id}" name: "default" cannot be deleted by a user`,
    );
  }
  // A reference from a peered VPC does not keep a group: it goes stale.
  const referenced = [...call.state.ec2.groups.values()].some(
    (other) =>
      other !== group &&
      [...other.ingress.values()].some(
        ({ source }) => source.kind === "group" && source.groupId === group.id,
      ),
  );
  if (referenced || interfacesOf(call).some(({ groupIds }) => groupIds.includes(group.id))) {
    throw new ApiError("DependencyViolation", `resource ${group.id} has a dependent object`);
  }
  call.state.ec2.removeGroup(group);
  return { return: true, groupId: group.id };
};
