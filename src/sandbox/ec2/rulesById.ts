import { ApiError } from "../apiError";
import type { Rule } from "./rule";
import type { SecurityGroup } from "./securityGroup";

/** The ingress rules of those ids, each once. One that is not there fails all of it. */
export function rulesById(group: SecurityGroup, ids: readonly string[]): readonly Rule[] {
  return [...new Set(ids)].map((id) => {
    if (!/^sgr-[0-9a-f]{8,17}$/.test(id)) {
      throw new ApiError("InvalidSecurityGroupRuleId.Malformed", `Invalid id: "${id}" (expecting "sgr-...")`);
    }
    const rule = group.ingress.get(id);
    if (rule !== undefined) {
      return rule;
    }
    throw new ApiError(
      "InvalidSecurityGroupRuleId.NotFound",
      `The security group rule ID '${id}' does not exist`,
    );
  });
}
