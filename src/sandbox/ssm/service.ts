import type { TargetService } from "../targetService";
import { describeInstanceInformation } from "./describeInstanceInformation";

/**
 * Systems Manager: which instances it knows. A session is a program's, and leads to no machine here.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/
 */
export const ssm: TargetService = {
  name: "ssm",
  target: "AmazonSSM",
  operations: new Map([["DescribeInstanceInformation", describeInstanceInformation]]),
  contentType: "application/x-amz-json-1.1",
  failure: ({ code, message }) => JSON.stringify({ __type: code, message }),
  // The caller's own errors have one status: the code is in the body.
  failureHead: ({ status }) => ({ status: status < 500 ? 400 : status, headers: {} }),
};
