import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";
import { fixedId } from "./ids";
import { SecurityGroup } from "./securityGroup";
import { securityGroupArn } from "./securityGroupXml";
import { addTags, readTagSpecifications, tagsXml } from "./tags";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 *
 * Without a VpcId it makes a group of the default VPC, whether or not the account has EC2-Classic.
 */
export const createSecurityGroup: Operation = (call) => {
  const { params, state, account, requestId } = call;
  const name = params.optional("GroupName");
  const description = params.optional("GroupDescription");
  if (name === undefined || description === undefined) {
    const missing = name === undefined ? "GroupName" : "GroupDescription";
    throw new ApiError("MissingParameter", `The request must contain the parameter ${missing}`);
  }
  if (name.length > 255 || name.startsWith("sg-") || !/^[\w .:/()#,@[\]+=&;{}!$*-]+$/.test(name)) {
    throw invalidValue(`Value (${name}) for parameter GroupName is invalid.`);
  }
  const vpcId = params.optional("VpcId") ?? state.ec2.defaultVpcId;
  if (!state.ec2.vpcs.has(vpcId)) {
    throw new ApiError("InvalidVpcID.NotFound", `The vpc ID '${vpcId}' does not exist`);
  }
  if ([...state.ec2.groups.values()].some((group) => group.name === name && group.vpcId === vpcId)) {
    throw new ApiError(
      "InvalidGroup.Duplicate",
      `The security group '${name}' already exists for VPC '${vpcId}'`,
    );
  }
  const tags = readTagSpecifications(params, "security-group");
  // Not the name's own id: a group that is made again under an old name is another group.
  const id = fixedId("sg", requestId);
  const group = state.ec2.addGroup(
    new SecurityGroup({ id, name, description, vpcId, ownerId: account.accountId }),
  );
  addTags(group.tags, tags);
  return { groupId: id, tagSet: tagsXml(tags), securityGroupArn: securityGroupArn(call, id) };
};
