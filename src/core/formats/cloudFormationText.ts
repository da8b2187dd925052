import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome } from "../outcome";
import { groupTemplate, ingressTemplate } from "./cloudFormation";
import type { CopyLookUps, CopySubject } from "./copySubject";
import { ruleTemplate } from "./ruleTemplates";
import { writtenText } from "./written";

/** A grant or a rule as a template of its own; a group with all it has. */
export async function cloudFormationText(
  { names, rule }: CopySubject,
  lookUp: CopyLookUps,
): Promise<Outcome<string>> {
  if (rule) {
    return writtenText(ruleTemplate(rule));
  }
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = names;
  if (cacheSecurityGroupName && ec2SecurityGroupName && ec2SecurityGroupOwnerId) {
    return writtenText(
      ingressTemplate({ cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId }),
    );
  }
  const group = await lookUp.group();
  if (!group.ok) {
    return group;
  }
  if (group.value.name === "default" && group.value.grants.length === 0) {
    const why = "Each region has its group default, and this one lets nobody in: there is nothing to make";
    return failed(invalidParameter("cacheSecurityGroupName", why));
  }
  return writtenText(groupTemplate(group.value));
}
