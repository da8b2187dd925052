import { ApiError, invalidValue } from "../../apiError";
import type { Operation } from "../../service";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html One attribute a request. */
export const describeVpcAttribute: Operation = ({ params, state }) => {
  const vpcId = params.required("VpcId");
  const attribute = params.required("Attribute");
  if (!state.ec2.vpcs.has(vpcId)) {
    throw new ApiError("InvalidVpcID.NotFound", `The vpc ID '${vpcId}' does not exist`);
  }
  if (attribute !== "enableDnsSupport" && attribute !== "enableDnsHostnames") {
    throw invalidValue(`Value (${attribute}) for parameter attribute is invalid. Unknown attribute.`);
  }
  return { vpcId, [attribute]: { value: !state.ec2.paths.withoutDns.has(vpcId) } };
};
