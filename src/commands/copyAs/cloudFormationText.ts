import { groupTemplate, holdsDynamicReference, ingressTemplate } from "../../core/formats/cloudFormation";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Services } from "../command";
import { invalidParameter } from "../params";
import type { CopySubject } from "./copySubject";
import { groupToCopy } from "./groupToCopy";

/** A grant as a template of its own; a group with all it has. */
export async function cloudFormationText(subject: CopySubject, services: Services): Promise<Outcome<string>> {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = subject.names;
  if (cacheSecurityGroupName && ec2SecurityGroupName && ec2SecurityGroupOwnerId) {
    return checked(
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
  return checked(groupTemplate(group.value));
}

function checked(template: string): Outcome<string> {
  return holdsDynamicReference(template)
    ? failed(
        invalidParameter(
          "format",
          "A name here holds {{resolve:, which CloudFormation would take for a reference",
        ),
      )
    : succeeded(template);
}
