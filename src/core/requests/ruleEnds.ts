import { expiryTags } from "../expiry/expiry";
import { read, write } from "./request";

/** Tags for rules of one group. */
export interface RuleTags {
  readonly groupId: string;
  readonly ruleIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Tags to be taken away from rules of one group, whatever their values. */
export interface RuleTagKeys {
  readonly groupId: string;
  readonly ruleIds: readonly string[];
  readonly keys: readonly string[];
}

/** The requests about the ends of rules, which stand in their tags. */
export const ruleEndRequests = {
  /** By a filter, since a missing id would fail the whole request. */
  rule: (ruleId: string) =>
    read("ec2", "DescribeSecurityGroupRules", {
      Filters: [{ Name: "security-group-rule-id", Values: [ruleId] }],
    }),
  /** Those that say when they end, of the whole region. */
  expiringRules: () =>
    read("ec2", "DescribeSecurityGroupRules", {
      Filters: [{ Name: `tag:${expiryTags.expires}`, Values: ["*"] }],
    }),
  tag: ({ groupId, ruleIds, tags }: RuleTags) =>
    write(
      "ec2",
      "CreateTags",
      { Resources: [...ruleIds], Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
      { securityGroupId: groupId },
    ),
  untag: ({ groupId, ruleIds, keys }: RuleTagKeys) =>
    write(
      "ec2",
      "DeleteTags",
      { Resources: [...ruleIds], Tags: keys.map((Key) => ({ Key })) },
      { securityGroupId: groupId },
    ),
};
