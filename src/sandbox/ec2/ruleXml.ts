import { partition } from "../accounts";
import type { Call } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { peeringStatus } from "./peeringStatus";
import { type Rule, type RuleContent, type RuleSource, trafficKey } from "./rule";
import { tagsXml } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html */
export function ruleXml(call: Call, rule: Rule): XmlObject {
  const { account, region } = call;
  const { source } = rule;
  return {
    securityGroupRuleId: rule.id,
    groupId: rule.groupId,
    groupOwnerId: account.accountId,
    isEgress: rule.isEgress,
    ipProtocol: rule.protocol,
    // Here EC2 writes -1 where it leaves the ports out of IpPermissions.
    fromPort: rule.fromPort ?? -1,
    toPort: rule.toPort ?? -1,
    cidrIpv4: source.kind === "cidrIpv4" ? source.cidr : undefined,
    cidrIpv6: source.kind === "cidrIpv6" ? source.cidr : undefined,
    prefixListId: source.kind === "prefixList" ? source.prefixListId : undefined,
    referencedGroupInfo: source.kind === "group" ? referenceXml(call, source) : undefined,
    description: rule.description,
    tagSet: tagsXml(rule.tags),
    securityGroupRuleArn: `arn:${partition(region)}:ec2:${region}:${account.accountId}:security-group-rule/${rule.id}`,
  };
}

/** The rules as IpPermissions: gathered by protocol and ports, without their ids and tags. */
export function permissionsXml(call: Call, rules: Iterable<RuleContent>): XmlList {
  const byTraffic = new Map<string, RuleContent[]>();
  for (const rule of rules) {
    const key = trafficKey(rule);
    const same = byTraffic.get(key);
    if (same === undefined) {
      byTraffic.set(key, [rule]);
    } else {
      same.push(rule);
    }
  }
  return new XmlList(
    "item",
    [...byTraffic.values()].map((same) => permissionXml(call, same)),
  );
}

function permissionXml(call: Call, same: readonly RuleContent[]): XmlObject {
  const [first] = same;
  const sources = (xml: (source: RuleSource) => XmlObject | undefined) =>
    new XmlList(
      "item",
      same.flatMap(({ source, description }) => {
        const members = xml(source);
        return members === undefined ? [] : [{ ...members, description }];
      }),
    );
  return {
    ipProtocol: first?.protocol,
    fromPort: first?.fromPort,
    toPort: first?.toPort,
    groups: sources((source) => (source.kind === "group" ? referenceXml(call, source) : undefined)),
    ipRanges: sources((source) => (source.kind === "cidrIpv4" ? { cidrIp: source.cidr } : undefined)),
    ipv6Ranges: sources((source) => (source.kind === "cidrIpv6" ? { cidrIpv6: source.cidr } : undefined)),
    prefixListIds: sources((source) =>
      source.kind === "prefixList" ? { prefixListId: source.prefixListId } : undefined,
    ),
  };
}

/** EC2 names a group of a VPC by its id alone. */
function referenceXml(call: Call, source: Extract<RuleSource, { kind: "group" }>): XmlObject {
  return {
    userId: source.ownerId,
    groupId: source.groupId,
    vpcId: source.peering?.vpcId,
    vpcPeeringConnectionId: source.peering?.connectionId,
    peeringStatus: peeringStatus(call, source),
  };
}
