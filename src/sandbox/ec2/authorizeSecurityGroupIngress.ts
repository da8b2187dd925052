import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { namedSecurityGroup } from "./findSecurityGroup";
import { readPermissions } from "./ipPermissions";
import { type RuleContent, ruleKey } from "./rule";
import { checkRuleQuota } from "./ruleQuota";
import { ruleXml } from "./ruleXml";
import { addTags, readTagSpecifications } from "./tags";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 *
 * All of the rules are made, or none.
 */
export const authorizeSecurityGroupIngress: Operation = (call) => {
  const group = namedSecurityGroup(call);
  const tags = readTagSpecifications(call.params, "security-group-rule");
  const contents = readPermissions(call, group, true);
  if (new Set(contents.map(ruleKey)).size < contents.length) {
    throw invalidValue("The same permission must not appear multiple times");
  }
  for (const content of contents) {
    if (group.findSame(content) === undefined) {
      continue;
    }
    throw new ApiError(
      "InvalidPermission.Duplicate",
      `the specified rule "${inWords(content)}" already exists`,
    );
  }
  checkRuleQuota(call, [...group.ingress.values(), ...contents]);
  const rules = contents.map((content) => group.addIngress(content));
  for (const rule of rules) {
    addTags(rule.tags, tags);
  }
  return {
    return: true,
    securityGroupRuleSet: new XmlList(
      "item",
      rules.map((rule) => ruleXml(call, rule)),
    ),
  };
};

/** As EC2 writes a rule in its errors. */
function inWords({ source, protocol, fromPort, toPort }: RuleContent): string {
  const peer =
    source.kind === "group"
      ? source.groupId
      : source.kind === "prefixList"
        ? source.prefixListId
        : source.cidr;
  const traffic = protocol === "-1" ? "ALL" : protocol.toUpperCase();
  const ports = fromPort === undefined ? "" : `, from port: ${fromPort}, to port: ${toPort}`;
  return `peer: ${peer}, ${traffic}${ports}, ALLOW`;
}
