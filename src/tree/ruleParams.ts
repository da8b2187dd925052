import type { Rule } from "../core/rules/rule";
import { apiPorts } from "../core/rules/traffic";
import type { RowParams } from "./rowParams";

/** A rule in the fields of Authorize VPC Ingress, with its id. */
export function ruleParams(rule: Rule): RowParams {
  const { id, source, protocol, description } = rule;
  return {
    ...(id === undefined ? {} : { securityGroupRuleId: id }),
    ...sourceParams(source),
    ipProtocol: protocol,
    ...apiPorts(rule),
    ...(description === undefined ? {} : { description }),
  };
}

function sourceParams(source: Rule["source"]): RowParams {
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
  }
}
