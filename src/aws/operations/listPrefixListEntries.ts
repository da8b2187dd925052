import { paginateGetManagedPrefixListEntries } from "@aws-sdk/client-ec2";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { wholeList } from "./pages";

/** The largest page that GetManagedPrefixListEntries allows. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export function listPrefixListEntries(clients: CallClients, id: string): Promise<readonly string[]> {
  const pages = paginateGetManagedPrefixListEntries(
    { client: clients.ec2(), pageSize },
    { PrefixListId: id },
    clients.options,
  );
  return wholeList(
    clients,
    pages,
    ({ Entries }) => Entries,
    ({ Cidr }) => Cidr,
    ({ Cidr }) => {
      if (!Cidr) {
        throw new ProtocolError("withoutName");
      }
      return Cidr;
    },
  );
}
