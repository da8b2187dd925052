import { invalidParameter } from "../../core/failures/invalidParameter";
import { type GroupRule, ruleResource } from "../../core/formats/ruleTemplates";
import { foreignGrants, groupResource } from "../../core/formats/terraform";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Services } from "../command";
import type { CopySubject } from "./copySubject";
import { groupToCopy } from "./groupToCopy";
import { writtenText } from "./writtenText";

/** A rule; a group with its grants, unless one of them cannot be said: leaving it out would not be this group. */
export async function terraformText(subject: CopySubject, services: Services): Promise<Outcome<string>> {
  if (subject.rule) {
    return ruleText(subject.rule, subject, services);
  }
  const group = await groupToCopy(subject, services);
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
async function ruleText(
  groupRule: GroupRule,
  { call: { target } }: CopySubject,
  { state, aws }: Services,
): Promise<Outcome<string>> {
  const { groupId, rule } = groupRule;
  if (rule.source.kind !== "securityGroup" || rule.source.ownerId === undefined) {
    return writtenText(ruleResource(groupRule, undefined));
  }
  const known = state.vpc.group(target, groupId);
  const found = known ? succeeded([known]) : await (await aws()).describeVpcGroups(target, [groupId]);
  if (!found.ok) {
    return found;
  }
  const [group] = found.value;
  return group
    ? writtenText(ruleResource(groupRule, group.ownerId))
    : failed(
        invalidParameter("securityGroupId", `There is no security group ${groupId} to tell whose it is`),
      );
}
