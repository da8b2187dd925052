import { paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import type { CallClients } from "../call/callClients";
import { leaveOut } from "../http/leaveOut";
import { ProtocolError } from "../http/protocolError";
import type { InterfaceCounts } from "../vpcApi";
import { inBatches } from "./batches";
import { endingPages } from "./pages";

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
  line: CallClients,
  groupIds: readonly string[],
): Promise<InterfaceCounts> {
  leaveOut(line.options.abortSignal, unneeded);
  const counts = new Map(groupIds.map((id) => [id, 0]));
  let pagesRead = 0;
  for (const batch of inBatches(groupIds)) {
    const pages = paginateDescribeNetworkInterfaces(
      { client: line.ec2(), pageSize },
      { Filters: [{ Name: "group-id", Values: [...batch] }] },
      line.options,
    );
    for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
      line.answered(page.$metadata);
      if (!page.NetworkInterfaces) {
        throw new ProtocolError("withoutResult");
      }
      for (const { GroupId: id } of page.NetworkInterfaces.flatMap(({ Groups }) => Groups ?? [])) {
        const count = id === undefined ? undefined : counts.get(id);
        if (id !== undefined && count !== undefined) {
          counts.set(id, count + 1);
        }
      }
      if (++pagesRead >= mostPages && page.NextToken) {
        return { counts, complete: false };
      }
    }
  }
  return { counts, complete: true };
}
