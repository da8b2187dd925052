import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList } from "../xml";
import { type FilterFields, filterValues, readFilters } from "./filters";
import { page } from "./paging";
import type { Rule } from "./rule";
import { ruleXml } from "./ruleXml";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupRules.html */
export const describeSecurityGroupRules: Operation = (call) => {
  const matches = readFilters(call.params, filterFields);
  const { items, nextToken } = page(chosen(call).filter(matches), (rule) => rule.id, call.params, [5, 1000]);
  return {
    securityGroupRuleSet: new XmlList(
      "item",
      items.map((rule) => ruleXml(call, rule)),
    ),
    nextToken,
  };
};

const filterFields: FilterFields<Rule> = {
  fields: {
    "group-id": (rule) => [rule.groupId],
    "security-group-rule-id": (rule) => [rule.id],
  },
  tags: (rule) => rule.tags,
};

/** Ingress and egress together, as EC2 lists them. */
function chosen(call: Call): Rule[] {
  const { params, state } = call;
  const ids = params.list("SecurityGroupRuleId");
  if (ids.length > 0) {
    return ids.map((id) => {
      const rule = state.ec2.findRule(id);
      if (rule !== undefined) {
        return rule;
      }
      throw new ApiError(
        "InvalidSecurityGroupRuleId.NotFound",
        `The security group rule ID '${id}' does not exist`,
      );
    });
  }
  // The rules of groups that are not asked about are not made only to be left out.
  const groups = filterValues(params, "group-id");
  return [...state.ec2.groups.values()]
    .filter((group) => groups === undefined || groups(group.id))
    .flatMap((group) => [...group.ingress.values(), ...group.egress]);
}
