import { read } from "./request";

/** The requests about the machines that Systems Manager knows. */
export const managedNodeRequests = {
  /**
   * EC2 instances whose agent answers: nothing can be opened through any other.
   * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html
   */
  listOnline: () =>
    read("ssm", "DescribeInstanceInformation", {
      Filters: [
        { Key: "PingStatus", Values: ["Online"] },
        { Key: "ResourceType", Values: ["EC2Instance"] },
      ],
      // The most that it takes.
      MaxResults: 50,
    }),
};
