import { paginateDescribeStaleSecurityGroups } from "@aws-sdk/client-ec2";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import type { StaleReference } from "../vpcApi";
import { endingPages } from "./pages";

/** The largest page that DescribeStaleSecurityGroups allows. */
const pageSize = 255;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStaleSecurityGroups.html */
export async function describeStaleReferences(
  line: CallClients,
  vpcId: string,
): Promise<readonly StaleReference[]> {
  const references: StaleReference[] = [];
  const pages = paginateDescribeStaleSecurityGroups(
    { client: line.ec2(), pageSize },
    { VpcId: vpcId },
    line.options,
  );
  for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
    line.answered(page.$metadata);
    if (!page.StaleSecurityGroupSet) {
      throw new ProtocolError("withoutResult");
    }
    for (const { GroupId: groupId, StaleIpPermissions } of page.StaleSecurityGroupSet) {
      for (const { GroupId: sourceId } of (StaleIpPermissions ?? []).flatMap(
        (permission) => permission.UserIdGroupPairs ?? [],
      )) {
        if (groupId && sourceId) {
          references.push({ groupId, sourceId });
        }
      }
    }
  }
  return references;
}
