import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome } from "../outcome";
import type { CopyLookUps, CopySubject } from "./copySubject";
import { type GroupRule, ruleResource } from "./ruleTemplates";
import { foreignGrants, groupResource } from "./terraform";
import { writtenText } from "./written";

/** A rule; a group with its grants, unless one of them cannot be said: leaving it out would not be this group. */
export async function terraformText({ rule }: CopySubject, lookUp: CopyLookUps): Promise<Outcome<string>> {
  if (rule) {
    return ruleText(rule, lookUp);
  }
  const group = await lookUp.group();
  if (!group.ok) {
    return group;
  }
  const [foreign] = foreignGrants(group.value);
  return foreign === undefined
    ? writtenText(groupResource(group.value))
    : failed(
        invalidParameter(
          "format",
          `Terraform's resource lets in the account's own EC2 security groups only, not ${foreign}`,
        ),
      );
}

/** A group as source is written in one way where it is the account's own, and in another where it is not. */
async function ruleText(groupRule: GroupRule, lookUp: CopyLookUps): Promise<Outcome<string>> {
  const { groupId, rule } = groupRule;
  if (rule.source.kind !== "securityGroup" || rule.source.ownerId === undefined) {
    return writtenText(ruleResource(groupRule, undefined));
  }
  const found = await lookUp.vpcGroup(groupId);
  if (!found.ok) {
    return found;
  }
  return found.value
    ? writtenText(ruleResource(groupRule, found.value.ownerId))
    : failed(
        invalidParameter("securityGroupId", `There is no security group ${groupId} to tell whose it is`),
      );
}
