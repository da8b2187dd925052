import { foreignGrants, groupResource } from "../../core/formats/terraform";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Services } from "../command";
import { invalidParameter } from "../params";
import type { CopySubject } from "./copySubject";
import { groupToCopy } from "./groupToCopy";

/** A group with its grants, unless one of them cannot be said: leaving it out would not be this group. */
export async function terraformText(subject: CopySubject, services: Services): Promise<Outcome<string>> {
  const group = await groupToCopy(subject, services);
  if (!group.ok) {
    return group;
  }
  const [foreign] = foreignGrants(group.value);
  return foreign === undefined
    ? succeeded(groupResource(group.value))
    : failed(
        invalidParameter(
          "format",
          `Terraform's resource lets in the account's own EC2 security groups only, not ${foreign}`,
        ),
      );
}
