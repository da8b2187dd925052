import { partition } from "../accounts";
import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import { page } from "./paging";
import type { SecurityGroup } from "./state";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const describeSecurityGroups: Operation = (call) => {
  const { params } = call;
  const matches = readFilters(params, filterFields);
  const { items, nextToken } = page(chosen(call).filter(matches), (group) => group.id, params, [5, 1000]);
  return {
    securityGroupInfo: new XmlList(
      "item",
      items.map((group) => securityGroupXml(call, group)),
    ),
    nextToken,
  };
};

const filterFields: FilterFields<SecurityGroup> = {
  fields: {
    description: (group) => [group.description],
    "group-id": (group) => [group.id],
    "group-name": (group) => [group.name],
    "owner-id": (group) => [group.ownerId],
    "vpc-id": (group) => [group.vpcId],
  },
  tags: (group) => group.tags,
};

/** The groups that GroupId and GroupName name, or all. Each that is named must be there. */
function chosen({ params, state }: Call): SecurityGroup[] {
  const all = [...state.ec2.groups.values()];
  const ids = params.list("GroupId");
  const names = params.list("GroupName");
  if (ids.length + names.length === 0) return all;
  if (params.optional("MaxResults") !== undefined) {
    const parameter = ids.length > 0 ? "GroupId" : "GroupName";
    throw new ApiError(
      "InvalidParameterCombination",
      `The parameter ${parameter} cannot be used with the parameter MaxResults`,
    );
  }
  for (const id of ids) {
    if (!/^sg-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id)) {
      throw new ApiError("InvalidGroupId.Malformed", `Invalid id: "${id}" (expecting "sg-...")`);
    }
    if (!state.ec2.groups.has(id)) {
      throw new ApiError("InvalidGroup.NotFound", `The security group '${id}' does not exist`);
    }
  }
  for (const name of names) {
    if (!all.some((group) => group.name === name)) {
      throw new ApiError("InvalidGroup.NotFound", `The security group '${name}' does not exist`);
    }
  }
  return all.filter((group) => ids.includes(group.id) || names.includes(group.name));
}

function securityGroupXml({ region }: Call, group: SecurityGroup): XmlObject {
  return {
    ownerId: group.ownerId,
    groupId: group.id,
    groupName: group.name,
    groupDescription: group.description,
    vpcId: group.vpcId,
    tagSet: new XmlList(
      "item",
      [...group.tags].map(([key, value]) => ({ key, value })),
    ),
    securityGroupArn: `arn:${partition(region)}:ec2:${region}:${group.ownerId}:security-group/${group.id}`,
  };
}
