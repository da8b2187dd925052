import type { Rule } from "./rule";

/** A rule in the API's own spelling, for callers that know the API. */
export interface ApiSecurityGroupRule {
  readonly SecurityGroupRuleId?: string;
  readonly GroupId: string;
  readonly IsEgress: false;
  readonly IpProtocol: string;
  /** -1 where the protocol has no ports, as EC2 writes it. */
  readonly FromPort: number;
  readonly ToPort: number;
  readonly CidrIpv4?: string;
  readonly CidrIpv6?: string;
  readonly PrefixListId?: string;
  readonly ReferencedGroupInfo?: { readonly GroupId: string; readonly UserId?: string };
  readonly Description?: string;
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html */
export function ruleApiShape(rule: Rule): ApiSecurityGroupRule {
  return {
    ...(rule.id === undefined ? {} : { SecurityGroupRuleId: rule.id }),
    GroupId: rule.groupId,
    IsEgress: false,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort ?? -1,
    ToPort: rule.toPort ?? -1,
    ...sourceFields(rule),
    ...(rule.description === undefined ? {} : { Description: rule.description }),
    Tags: Object.entries(rule.tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

function sourceFields({ source }: Rule) {
  switch (source.kind) {
    case "securityGroup":
      return {
        ReferencedGroupInfo: {
          GroupId: source.groupId,
          ...(source.ownerId === undefined ? {} : { UserId: source.ownerId }),
        },
      };
    case "cidrIp":
      return { CidrIpv4: source.cidr };
    case "cidrIpv6":
      return { CidrIpv6: source.cidr };
    case "prefixList":
      return { PrefixListId: source.prefixListId };
    case "unknown":
      return {};
  }
}
