import { ApiError } from "../apiError";
import type { Params } from "../params";
import type { Call, Operation } from "../service";
import { namedSecurityGroup } from "./findSecurityGroup";
import { readRuleRequest } from "./ipPermissions";
import type { Rule } from "./rule";
import type { SecurityGroup } from "./securityGroup";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html
 *
 * What a rule says is replaced as a whole, under the same id. All of the rules are changed, or none.
 */
export const modifySecurityGroupRules: Operation = (call) => {
  const group = namedSecurityGroup(call);
  const updates = call.params.structures("SecurityGroupRule");
  if (updates.length === 0) {
    throw new ApiError("MissingParameter", "The request must contain the parameter SecurityGroupRule");
  }
  for (const changed of updates.map((update) => changedRule(call, group, update))) {
    group.replaceIngress(changed);
  }
  return { return: true };
};

function changedRule(call: Call, group: SecurityGroup, update: Params): Rule {
  const id = update.get("SecurityGroupRuleId") ?? "";
  const rule = group.ingress.get(id);
  if (rule === undefined) {
    throw new ApiError(
      "InvalidSecurityGroupRuleId.NotFound",
      `The security group rule ID '${id}' does not exist`,
    );
  }
  const content = readRuleRequest(call, update.structure("SecurityGroupRule"), group);
  const same = group.findSame(content);
  if (same !== undefined && same.id !== id) {
    throw new ApiError("InvalidPermission.Duplicate", "the specified rule already exists");
  }
  const { groupId, isEgress, tags } = rule;
  return { ...content, id, groupId, isEgress, tags };
}
