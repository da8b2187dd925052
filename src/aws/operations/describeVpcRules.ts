import {
  type DescribeSecurityGroupRulesCommandInput,
  paginateDescribeSecurityGroupRules,
  type SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import { ruleEndRequests } from "../../core/requests/ruleEnds";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { ReadSource, Rule } from "../../core/rules/rule";
import { trafficOf } from "../../core/rules/traffic";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { inBatches } from "./batches";
import { tagsOf } from "./describeVpcGroups";
import { wholeList } from "./pages";

/** Half of what is allowed: about 250 KB of XML, so that parsing one holds up nobody. */
const pageSize = 500;

/**
 * The ingress rules of the groups, with their ids. Sources that are groups come without their names. An endpoint that
 * passes over the filter gives others too.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroupRules.html
 */
export async function describeVpcRules(
  clients: CallClients,
  groupIds: readonly string[],
): Promise<readonly Rule[]> {
  const lists: (readonly Rule[])[] = [];
  for (const batch of inBatches(groupIds)) {
    lists.push(await describeRules(clients, securityGroupRequests.rules(batch).input));
  }
  const asked = new Set(groupIds);
  return lists.flat().filter(({ groupId }) => asked.has(groupId));
}

/** A rule by its id, alone in a list; none where it is not there. */
export async function describeVpcRule(clients: CallClients, ruleId: string): Promise<readonly Rule[]> {
  const rules = await describeRules(clients, ruleEndRequests.rule(ruleId).input);
  return rules.filter(({ id }) => id === ruleId);
}

/** The ingress rules that filters choose. */
export async function describeRules(
  clients: CallClients,
  input: DescribeSecurityGroupRulesCommandInput,
): Promise<readonly Rule[]> {
  const pages = paginateDescribeSecurityGroupRules(
    { client: clients.ec2(), pageSize },
    input,
    clients.options,
  );
  const read = await wholeList(
    clients,
    pages,
    ({ SecurityGroupRules }) => SecurityGroupRules,
    ({ SecurityGroupRuleId: id }) => id,
    ingressRule,
  );
  return read.flat();
}

/** The ingress rules of an answer. */
export function ingressRules(answered: readonly SecurityGroupRule[]): readonly Rule[] {
  return answered.flatMap(ingressRule);
}

/** One whose source is of a kind yet to come is kept: it lets somebody in, whoever that is. */
function ingressRule(rule: SecurityGroupRule): readonly Rule[] {
  if (rule.IsEgress === true) {
    return [];
  }
  if (!rule.SecurityGroupRuleId || !rule.GroupId) {
    throw new ProtocolError("withoutName");
  }
  return [
    {
      id: rule.SecurityGroupRuleId,
      groupId: rule.GroupId,
      source: sourceOf(rule),
      ...trafficOf(rule.IpProtocol ?? "-1", rule.FromPort, rule.ToPort),
      ...(rule.Description ? { description: rule.Description } : {}),
      tags: tagsOf(rule.Tags),
    },
  ];
}

function sourceOf(rule: SecurityGroupRule): ReadSource {
  const { CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo: group } = rule;
  if (CidrIpv4) {
    return { kind: "cidrIp", cidr: CidrIpv4 };
  }
  if (CidrIpv6) {
    return { kind: "cidrIpv6", cidr: CidrIpv6 };
  }
  if (PrefixListId) {
    return { kind: "prefixList", prefixListId: PrefixListId };
  }
  if (!group?.GroupId) {
    return { kind: "unknown" };
  }
  return {
    kind: "securityGroup",
    groupId: group.GroupId,
    ...(group.UserId ? { ownerId: group.UserId } : {}),
    ...(group.VpcId ? { vpcId: group.VpcId } : {}),
    ...(group.PeeringStatus ? { peeringStatus: group.PeeringStatus } : {}),
  };
}
