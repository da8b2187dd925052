import { type NetworkInterface, paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { InterfaceCounts } from "../api/securityGroups";
import type { CallClients } from "../call/callClients";
import { leaveOut } from "../http/leaveOut";
import { ProtocolError } from "../http/protocolError";
import { inBatches } from "./batches";
import { pagesOf } from "./pages";

const pageSize = 500;
/** Beyond this many interfaces nobody asks for the exact number. */
const mostPages = 4;

/** What an interface is made of besides its groups. */
const unneeded = [
  "association",
  "attachment",
  "ipv6AddressesSet",
  "ipv4PrefixSet",
  "ipv6PrefixSet",
  "operator",
  "privateIpAddressesSet",
  "tagSet",
];

/**
 * How many network interfaces each group has: nought is often the answer to who uses a rule.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html
 */
export async function countInterfaces(
  clients: CallClients,
  groupIds: readonly string[],
): Promise<InterfaceCounts> {
  leaveOut(clients.options.abortSignal, unneeded);
  const counts = new Map(groupIds.map((id) => [id, 0]));
  let pagesRead = 0;
  for (const batch of inBatches(groupIds)) {
    const pages = paginateDescribeNetworkInterfaces(
      { client: clients.ec2(), pageSize },
      securityGroupRequests.interfaces(batch).input,
      clients.options,
    );
    const read = pagesOf(
      clients,
      pages,
      ({ NetworkInterfaces }) => NetworkInterfaces,
      ({ NetworkInterfaceId: id }) => id,
    );
    for await (const { entries, isLast } of read) {
      for (const id of entries.flatMap(groupsOf)) {
        const count = counts.get(id);
        if (count !== undefined) {
          counts.set(id, count + 1);
        }
      }
      if (++pagesRead >= mostPages && !isLast) {
        return { counts, complete: false };
      }
    }
  }
  return { counts, complete: true };
}

/** One without a name would be counted for nobody. */
function groupsOf({ NetworkInterfaceId, Groups }: NetworkInterface): readonly string[] {
  if (!NetworkInterfaceId) {
    throw new ProtocolError("withoutName");
  }
  return (Groups ?? []).map(({ GroupId }) => {
    if (!GroupId) {
      throw new ProtocolError("withoutName");
    }
    return GroupId;
  });
}
