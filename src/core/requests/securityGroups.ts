import { ingressInput, type VpcIngress } from "../rules/ipPermission";
import { sourceText } from "../rules/ruleText";
import { read, type Subject, write } from "./request";

/** A rule by its id: by its properties, a rule of the default VPC that does not match is passed over in silence. */
export interface RuleName {
  readonly groupId: string;
  readonly ruleId: string;
}

/** The requests about EC2 security groups and their rules: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ */
export const securityGroupRequests = {
  list: () => read("ec2", "DescribeSecurityGroups", {}),
  /** By a filter, since a missing id would fail the whole request. */
  describe: (ids: readonly string[]) => read("ec2", "DescribeSecurityGroups", byGroup(ids)),
  rules: (groupIds: readonly string[]) => read("ec2", "DescribeSecurityGroupRules", byGroup(groupIds)),
  staleReferences: (vpcId: string) => read("ec2", "DescribeStaleSecurityGroups", { VpcId: vpcId }),
  interfaces: (groupIds: readonly string[]) => read("ec2", "DescribeNetworkInterfaces", byGroup(groupIds)),
  prefixLists: () => read("ec2", "DescribeManagedPrefixLists", {}),
  prefixListEntries: (id: string) => read("ec2", "GetManagedPrefixListEntries", { PrefixListId: id }),
  authorize: (ingress: VpcIngress) =>
    write("ec2", "AuthorizeSecurityGroupIngress", ingressInput(ingress), subjectOf(ingress)),
  dryRunAuthorize: (ingress: VpcIngress) =>
    read(
      "ec2",
      "AuthorizeSecurityGroupIngress",
      { ...ingressInput(ingress), DryRun: true },
      subjectOf(ingress),
    ),
  revoke: (rule: RuleName) =>
    write("ec2", "RevokeSecurityGroupIngress", revokeInput(rule), { securityGroupId: rule.groupId }),
  dryRunRevoke: (rule: RuleName) =>
    read(
      "ec2",
      "RevokeSecurityGroupIngress",
      { ...revokeInput(rule), DryRun: true },
      { securityGroupId: rule.groupId },
    ),
};

function revokeInput({ groupId, ruleId }: RuleName) {
  return { GroupId: groupId, SecurityGroupRuleIds: [ruleId] };
}

function byGroup(ids: readonly string[]) {
  return { Filters: [{ Name: "group-id", Values: [...ids] }] };
}

function subjectOf({ groupId, rules }: VpcIngress): Subject {
  const [rule] = rules;
  return { securityGroupId: groupId, ...(rule ? { source: sourceText(rule.source) } : {}) };
}
