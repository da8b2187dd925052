import { invalidParameter } from "../../core/failures/invalidParameter";
import { groupTemplate, ingressTemplate } from "../../core/formats/cloudFormation";
import { ruleTemplate } from "../../core/formats/ruleTemplates";
import { failed, type Outcome } from "../../core/outcome";
import type { Services } from "../command";
import type { CopySubject } from "./copySubject";
import { groupToCopy } from "./groupToCopy";
import { writtenText } from "./writtenText";

/** A grant or a rule as a template of its own; a group with all it has. */
export async function cloudFormationText(subject: CopySubject, services: Services): Promise<Outcome<string>> {
  if (subject.rule) {
    return writtenText(ruleTemplate(subject.rule));
  }
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = subject.names;
  if (cacheSecurityGroupName && ec2SecurityGroupName && ec2SecurityGroupOwnerId) {
    return writtenText(
      ingressTemplate({ cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId }),
    );
  }
  const group = await groupToCopy(subject, services);
  if (!group.ok) {
    return group;
  }
  if (group.value.name === "default" && group.value.grants.length === 0) {
    const why = "Each region has its group default, and this one lets nobody in: there is nothing to make";
    return failed(invalidParameter("cacheSecurityGroupName", why));
  }
  return writtenText(groupTemplate(group.value));
}
