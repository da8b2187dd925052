import { paginateDescribeSecurityGroups, type SecurityGroup } from "@aws-sdk/client-ec2";
import type { Ec2SecurityGroup } from "../api";
import type { Line } from "../call/line";
import { ProtocolError } from "../http/protocolError";
import { endingPages } from "./pages";

/** The largest page that DescribeSecurityGroups allows. */
const pageSize = 1000;

/**
 * Every EC2 security group, of EC2-Classic and of VPCs, all pages.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
 */
export async function listEc2SecurityGroups(line: Line): Promise<readonly Ec2SecurityGroup[]> {
  const groups: Ec2SecurityGroup[] = [];
  const pages = paginateDescribeSecurityGroups({ client: line.ec2(), pageSize }, {}, line.options);
  for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
    line.answered(page.$metadata);
    if (!page.SecurityGroups) {
      throw new ProtocolError("withoutResult");
    }
    groups.push(...page.SecurityGroups.map(securityGroupOf));
  }
  return groups;
}

function securityGroupOf(group: SecurityGroup): Ec2SecurityGroup {
  if (!group.GroupId || !group.GroupName) {
    throw new ProtocolError("withoutName");
  }
  return {
    id: group.GroupId,
    name: group.GroupName,
    description: group.Description ?? "",
    ownerId: group.OwnerId ?? "",
    ...(group.VpcId ? { vpcId: group.VpcId } : {}),
  };
}
