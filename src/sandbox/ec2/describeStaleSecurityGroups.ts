import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { page } from "./paging";
import { isStale } from "./peeringStatus";
import { permissionsXml } from "./ruleXml";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStaleSecurityGroups.html */
export const describeStaleSecurityGroups: Operation = (call) => {
  const { params, state } = call;
  const vpcId = params.optional("VpcId");
  if (vpcId === undefined) {
    throw new ApiError("MissingParameter", "The request must contain the parameter VpcId");
  }
  if (!state.ec2.vpcs.has(vpcId)) {
    throw new ApiError("InvalidVpcID.NotFound", `The vpc ID '${vpcId}' does not exist`);
  }
  const stale = [...state.ec2.groups.values()]
    .filter((group) => group.vpcId === vpcId)
    .map((group) => ({ group, rules: [...group.ingress.values()].filter((rule) => isStale(call, rule)) }))
    .filter(({ rules }) => rules.length > 0);
  const { items, nextToken } = page(stale, ({ group }) => group.id, params, [5, 255]);
  return {
    staleSecurityGroupSet: new XmlList(
      "item",
      items.map(({ group, rules }) => ({
        groupId: group.id,
        groupName: group.name,
        description: group.description,
        vpcId,
        staleIpPermissions: permissionsXml(call, rules),
      })),
    ),
    nextToken,
  };
};
