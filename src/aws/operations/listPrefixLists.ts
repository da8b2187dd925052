import { paginateDescribeManagedPrefixLists } from "@aws-sdk/client-ec2";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import type { PrefixList } from "../vpcApi";
import { endingPages } from "./pages";

/** The largest page that DescribeManagedPrefixLists allows. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeManagedPrefixLists.html */
export async function listPrefixLists(line: CallClients): Promise<readonly PrefixList[]> {
  const lists: PrefixList[] = [];
  const pages = paginateDescribeManagedPrefixLists({ client: line.ec2(), pageSize }, {}, line.options);
  for await (const page of endingPages(pages, ({ NextToken }) => NextToken || undefined)) {
    line.answered(page.$metadata);
    if (!page.PrefixLists) {
      throw new ProtocolError("withoutResult");
    }
    for (const list of page.PrefixLists) {
      if (!list.PrefixListId) {
        throw new ProtocolError("withoutName");
      }
      lists.push({
        id: list.PrefixListId,
        name: list.PrefixListName ?? "",
        ownerId: list.OwnerId ?? "",
        family: list.AddressFamily ?? "",
      });
    }
  }
  return lists;
}
