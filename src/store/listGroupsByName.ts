import type { AwsApi } from "../aws/api";
import type { Failure } from "../core/failures/failures";
import { mergedByName, type VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";

/**
 * Lists the region's security groups in the order of their names: those of the first page as soon as they are read,
 * then whenever the list has doubled, and all of them in the end. Where they cannot be listed, or not to the end,
 * the failure says why.
 */
export async function listGroupsByName(
  aws: Pick<AwsApi, "listVpcGroups">,
  target: Target,
  show: (groups: readonly VpcSecurityGroup[], failure?: Failure) => void,
): Promise<void> {
  let groups: readonly VpcSecurityGroup[] = [];
  let shown = 0;
  const listed = await aws.listVpcGroups(target, (page) => {
    groups = mergedByName(groups, page);
    if (groups.length >= 2 * shown) {
      shown = groups.length;
      show(groups);
    }
  });
  if (!listed.ok) {
    show(groups, listed.failure);
  } else if (shown < groups.length) {
    show(groups);
  }
}
