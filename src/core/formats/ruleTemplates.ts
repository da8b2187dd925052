import { portFields } from "../rules/ipPermission";
import type { RuleContent } from "../rules/rule";
import { apiPorts } from "../rules/traffic";
import { logicalId, template } from "./cloudFormation";
import { configuration, label, quoted } from "./terraform";
import type { Written } from "./written";

/** A rule, and the group that it is in. */
export interface GroupRule {
  readonly groupId: string;
  readonly rule: RuleContent;
}

/**
 * A template that makes the rule in a group that is there already.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
 */
export function ruleTemplate({ groupId, rule }: GroupRule): Written {
  const { source, protocol, description } = rule;
  const properties = {
    GroupId: groupId,
    IpProtocol: protocol,
    ...portFields(rule),
    ...templateSource(source),
    ...(description ? { Description: description } : {}),
  };
  const resource = { Type: "AWS::EC2::SecurityGroupIngress", Properties: properties };
  return template([[logicalId("Ingress", sourceId(source)), resource]]);
}

/**
 * The rule as Terraform's aws_vpc_security_group_ingress_rule.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_ingress_rule
 *
 * @param ownAccount the account of the group that the rule is in
 */
export function ruleResource({ groupId, rule }: GroupRule, ownAccount: string | undefined): Written {
  const { source, protocol, description } = rule;
  const { fromPort, toPort } = apiPorts(rule);
  const [argument, value] = terraformSource(source, ownAccount);
  const lines: readonly (readonly [string, string])[] = [
    ["security_group_id", quoted(groupId)],
    [argument, quoted(value)],
    ["ip_protocol", quoted(protocol)],
    ...(fromPort === undefined ? [] : [["from_port", String(fromPort)] as const]),
    ...(toPort === undefined ? [] : [["to_port", String(toPort)] as const]),
    ...(description ? [["description", quoted(description)] as const] : []),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const name = label(`ingress-${sourceId(source).replace(/[^A-Za-z0-9-]+/g, "-")}`);
  const written = [
    `resource "aws_vpc_security_group_ingress_rule" ${quoted(name)} {`,
    ...lines.map(([key, text]) => `  ${key.padEnd(width)} = ${text}`),
    "}",
    "",
  ];
  return configuration(written.join("\n"));
}

function templateSource(source: RuleContent["source"]) {
  switch (source.kind) {
    case "securityGroup":
      return {
        SourceSecurityGroupId: source.groupId,
        ...(source.ownerId === undefined ? {} : { SourceSecurityGroupOwnerId: source.ownerId }),
      };
    case "cidrIp":
      return { CidrIp: source.cidr };
    case "cidrIpv6":
      return { CidrIpv6: source.cidr };
    case "prefixList":
      return { SourcePrefixListId: source.prefixListId };
  }
}

/** Another account's group is named with its owner in front. The provider reads back its own ones without. */
function terraformSource(
  source: RuleContent["source"],
  ownAccount: string | undefined,
): readonly [string, string] {
  switch (source.kind) {
    case "securityGroup":
      return [
        "referenced_security_group_id",
        source.ownerId === undefined || source.ownerId === ownAccount
          ? source.groupId
          : `${source.ownerId}/${source.groupId}`,
      ];
    case "cidrIp":
      return ["cidr_ipv4", source.cidr];
    case "cidrIpv6":
      return ["cidr_ipv6", source.cidr];
    case "prefixList":
      return ["prefix_list_id", source.prefixListId];
  }
}

function sourceId(source: RuleContent["source"]): string {
  switch (source.kind) {
    case "securityGroup":
      return source.groupId;
    case "cidrIp":
    case "cidrIpv6":
      return source.cidr;
    case "prefixList":
      return source.prefixListId;
  }
}
