import type { Rule } from "../core/rules/rule";
import type { RowParams } from "./rowParams";

/** A rule in the fields of Authorize VPC Ingress, with its id. */
export function ruleParams({ id, source, protocol, fromPort, toPort, description }: Rule): RowParams {
  return {
    ...(id === undefined ? {} : { securityGroupRuleId: id }),
    ...sourceParams(source),
    ipProtocol: protocol,
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
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
