import { paginateDescribeStaleSecurityGroups, type StaleSecurityGroup } from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { StaleReference } from "../api/securityGroups";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { wholeList } from "./pages";

/** The largest page that DescribeStaleSecurityGroups allows. */
const pageSize = 255;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeStaleSecurityGroups.html */
export async function describeStaleReferences(
  clients: CallClients,
  vpcId: string,
): Promise<readonly StaleReference[]> {
  const pages = paginateDescribeStaleSecurityGroups(
    { client: clients.ec2(), pageSize },
    securityGroupRequests.staleReferences(vpcId).input,
    clients.options,
  );
  const groups = await wholeList(
    clients,
    pages,
    ({ StaleSecurityGroupSet }) => StaleSecurityGroupSet,
    ({ GroupId: id }) => id,
    referencesOf,
  );
  return groups.flat();
}

function referencesOf({ GroupId: groupId, StaleIpPermissions }: StaleSecurityGroup): StaleReference[] {
  const pairs = (StaleIpPermissions ?? []).flatMap(({ UserIdGroupPairs }) => UserIdGroupPairs ?? []);
  return pairs.map(({ GroupId: sourceId }) => {
    if (!groupId || !sourceId) {
      throw new ProtocolError("withoutName");
    }
    return { groupId, sourceId };
  });
}
