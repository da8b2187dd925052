import type { ReadContent, Rule } from "./rule";
import { apiPorts } from "./traffic";

/** A rule in the fields of Authorize VPC Ingress. */
export interface RuleParams {
  readonly securityGroupRuleId?: string;
  readonly sourceSecurityGroupId?: string;
  readonly sourceOwnerId?: string;
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  readonly prefixListId?: string;
  readonly ipProtocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly description?: string;
}

/** A rule in the fields of Authorize VPC Ingress, with its id. */
export function ruleParams(rule: ReadContent & Partial<Pick<Rule, "id">>): RuleParams {
  const { id, source, protocol, description } = rule;
  return {
    ...(id === undefined ? {} : { securityGroupRuleId: id }),
    ...sourceParams(source),
    ipProtocol: protocol,
    ...apiPorts(rule),
    ...(description === undefined ? {} : { description }),
  };
}

/** A source in the fields that name it. */
export function sourceParams(source: Rule["source"]): RuleParams {
  switch (source.kind) {
    case "securityGroup":
      return {
        sourceSecurityGroupId: source.groupId,
        ...(source.ownerId === undefined ? {} : { sourceOwnerId: source.ownerId }),
      };
    case "cidrIp":
      return { cidrIp: source.cidr };
    case "cidrIpv6":
      return { cidrIpv6: source.cidr };
    case "prefixList":
      return { prefixListId: source.prefixListId };
    case "unknown":
      return {};
  }
}
