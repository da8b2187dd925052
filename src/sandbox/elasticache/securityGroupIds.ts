import { ApiError, invalidValue } from "../apiError";
import type { Call } from "../service";

/** AWS's default for a network interface, which a node is. */
const groupsPerInterface = 5;

/**
 * Reads the list that is to take the place of a cache's VPC security groups. All must be there, and in the
 * VPC that the cache is in.
 */
export function readSecurityGroupIds({ params, state }: Call, current: readonly string[]): string[] {
  const ids = [...params.list("SecurityGroupIds.SecurityGroupId"), ...params.list("SecurityGroupIds.member")];
  if (ids.length === 0) {
    throw new ApiError("InvalidParameterCombination", "No modifications were requested");
  }
  const { groups } = state.ec2;
  const vpcId = current.map((id) => groups.get(id)?.vpcId).find((id) => id !== undefined);
  if (vpcId === undefined) {
    throw invalidValue("The cache is in no VPC, so it takes no security group ids.");
  }
  for (const id of ids) {
    if (groups.get(id)?.vpcId === vpcId) {
      continue;
    }
    throw invalidValue(`Security group ${id} does not exist in the VPC of the cache, ${vpcId}.`);
  }
  if (new Set(ids).size > groupsPerInterface) {
    throw invalidValue(`A cache may have at most ${groupsPerInterface} security groups.`);
  }
  return ids;
}
