import { type ManagedPrefixList, paginateDescribeManagedPrefixLists } from "@aws-sdk/client-ec2";
import type { PrefixList } from "../../core/rules/prefixLists";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { wholeList } from "./pages";

/** The largest page that DescribeManagedPrefixLists allows. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeManagedPrefixLists.html */
export function listPrefixLists(clients: CallClients): Promise<readonly PrefixList[]> {
  const pages = paginateDescribeManagedPrefixLists({ client: clients.ec2(), pageSize }, {}, clients.options);
  return wholeList(
    clients,
    pages,
    ({ PrefixLists }) => PrefixLists,
    ({ PrefixListId: id }) => id,
    prefixListOf,
  );
}

function prefixListOf(list: ManagedPrefixList): PrefixList {
  if (!list.PrefixListId) {
    throw new ProtocolError("withoutName");
  }
  return {
    id: list.PrefixListId,
    name: list.PrefixListName ?? "",
    ownerId: list.OwnerId ?? "",
    family: list.AddressFamily ?? "",
    ...(list.MaxEntries === undefined ? {} : { maxEntries: list.MaxEntries }),
  };
}
