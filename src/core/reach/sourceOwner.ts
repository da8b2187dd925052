import { type Finding, notice } from "./finding";
import { isNatGateway } from "./networkInterface";
import type { NetworkInterface } from "./snapshotNetwork";

/** What an interface belongs to, as its answer tells: `i-…`, `a Lambda function`, `an ECS task`. */
export function ownerWords(own: NetworkInterface): string {
  const { Attachment, Description = "", RequesterId, InterfaceType } = own;
  if (isNatGateway(own)) {
    return "a NAT gateway's";
  }
  if (InterfaceType === "lambda" || Description.startsWith("AWS Lambda VPC ENI-")) {
    return "a Lambda function's";
  }
  if (/^arn:[^:]+:ecs:[^:]+:[^:]+:attachment\//.test(Description)) {
    return "an ECS task's";
  }
  if (RequesterId === "amazon-elasticache") {
    return "a cache node's";
  }
  if (InterfaceType === "branch") {
    return "a pod's, or a task's, on a trunk";
  }
  return Attachment?.InstanceId === undefined ? "an interface" : `of ${Attachment.InstanceId}`;
}

/** Where an interface is not all of the truth about who sends by it. */
export function ownerNotices(
  { InterfaceType, Description = "" }: NetworkInterface,
  id: string,
): readonly Finding[] {
  if (InterfaceType === "lambda" || Description.startsWith("AWS Lambda VPC ENI-")) {
    return [notice(id, `${id} serves every function of the account with the same subnets and groups.`)];
  }
  if (InterfaceType === "branch") {
    // In the standard mode of security groups for pods, what leaves the VPC does so by the node's own interface.
    return [notice(id, `What leaves the VPC from a pod at ${id} may have its node's address and groups.`)];
  }
  return [];
}
