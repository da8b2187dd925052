import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { findSecurityGroup } from "./findSecurityGroup";
import { addTags, readTags } from "./tags";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html
 *
 * Of all that EC2 can tag, the sandbox tags security groups and their rules.
 */
export const createTags: Operation = (call) => {
  const ids = call.params.list("ResourceId");
  if (ids.length === 0) {
    throw new ApiError("MissingParameter", "The request must contain the parameter resourceIdSet");
  }
  const tags = readTags(call.params);
  if (tags.size === 0) {
    throw new ApiError("MissingParameter", "The request must contain the parameter tagSet");
  }
  for (const tagged of ids.map((id) => taggedResource(call, id))) {
    addTags(tagged, tags);
  }
  return { return: true };
};

/** The tags of what an id names, to be changed. */
export function taggedResource(call: Call, id: string): Map<string, string> {
  if (id.startsWith("sg-")) {
    return findSecurityGroup(call, id).tags;
  }
  if (!id.startsWith("sgr-")) {
    throw new ApiError("InvalidID", `The ID '${id}' is not valid`);
  }
  const rule = call.state.ec2.findRule(id);
  if (rule !== undefined) {
    return rule.tags;
  }
  throw new ApiError(
    "InvalidSecurityGroupRuleId.NotFound",
    `The security group rule ID '${id}' does not exist`,
  );
}
