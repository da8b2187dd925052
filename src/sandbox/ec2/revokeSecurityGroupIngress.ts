import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { namedSecurityGroup } from "./findSecurityGroup";
import { readPermissions } from "./ipPermissions";
import type { Rule, RuleContent } from "./rule";
import { rulesById } from "./rulesById";
import { permissionsXml } from "./ruleXml";
import type { SecurityGroup } from "./securityGroup";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 *
 * By id, or by what the rules say. In the latter way a rule that is not there is an error in most VPCs, and
 * only mentioned in the answer in the default VPC.
 */
export const revokeSecurityGroupIngress: Operation = (call) => {
  const group = namedSecurityGroup(call);
  const ids = call.params.list("SecurityGroupRuleId");
  const byProperties = call.params.structures("IpPermissions").length > 0;
  if (ids.length > 0 && byProperties) {
    throw new ApiError(
      "InvalidParameterCombination",
      "The parameters ipPermissions and securityGroupRuleIds cannot be used together",
    );
  }
  const found =
    ids.length > 0 ? { rules: rulesById(group, ids), unknown: [] } : rulesByProperties(call, group);
  for (const rule of found.rules) {
    group.removeIngress(rule);
  }
  return {
    return: true,
    unknownIpPermissionSet: permissionsXml(call, found.unknown),
    revokedSecurityGroupRuleSet: new XmlList("item", found.rules.map(revokedXml)),
  };
};

interface Found {
  readonly rules: readonly Rule[];
  readonly unknown: readonly RuleContent[];
}

function rulesByProperties(call: Call, group: SecurityGroup): Found {
  const rules: Rule[] = [];
  const unknown: RuleContent[] = [];
  for (const content of readPermissions(call, group, false)) {
    const rule = group.findSame(content);
    if (rule === undefined) {
      unknown.push(content);
    } else {
      rules.push(rule);
    }
  }
  if (unknown.length > 0 && group.vpcId !== call.state.ec2.defaultVpcId) {
    throw new ApiError("InvalidPermission.NotFound");
  }
  return { rules, unknown };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokedSecurityGroupRule.html */
function revokedXml({
  id,
  groupId,
  isEgress,
  protocol,
  fromPort,
  toPort,
  source,
  description,
}: Rule): XmlObject {
  return {
    securityGroupRuleId: id,
    groupId,
    isEgress,
    ipProtocol: protocol,
    fromPort: fromPort ?? -1,
    toPort: toPort ?? -1,
    cidrIpv4: source.kind === "cidrIpv4" ? source.cidr : undefined,
    cidrIpv6: source.kind === "cidrIpv6" ? source.cidr : undefined,
    prefixListId: source.kind === "prefixList" ? source.prefixListId : undefined,
    referencedGroupId: source.kind === "group" ? source.groupId : undefined,
    description,
  };
}
