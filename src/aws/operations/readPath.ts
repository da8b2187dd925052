import type { PathInput } from "../../core/requests/paths";
import type { PathPage, PathRead, PathsApi } from "../api/paths";
import type { CallClients } from "../call/callClients";
import type { Caller } from "../call/caller";
import { wholeList } from "./pages";
import { sharedPathReads } from "./sharedPathReads";

/** The calls about the way from a source to a cache. */
export function pathCalls(call: Caller): PathsApi {
  return {
    pathReads: sharedPathReads,
    readPath: (target, read, request, options) =>
      call(target, request, options, (clients) =>
        wholeList(
          clients,
          pagesOfPath(clients, read, request.input),
          ({ entries }) => entries,
          // What is listed twice counts once where it matters: the reader knows what its entries are.
          () => undefined,
          (entry) => entry,
        ),
      ),
  };
}

async function* pagesOfPath<Entry>(
  clients: CallClients,
  read: PathRead<Entry>,
  input: PathInput,
): AsyncGenerator<PathPage<Entry>> {
  for (let token: string | undefined; ; ) {
    const next = token === undefined ? input : { ...input, NextToken: token };
    const page = await read(clients.ec2(), next, clients.options);
    yield page;
    token = page.NextToken;
    if (!token) {
      return;
    }
  }
}
