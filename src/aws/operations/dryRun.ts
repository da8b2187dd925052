import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { ProtocolError } from "../http/protocolError";

/**
 * Asks with a dry run whether a request would be allowed. EC2 says yes by failing with DryRunOperation: an answer
 * without an error is that of something which knows no dry runs, and may have carried it out.
 */
export async function dryRun(clients: CallClients, send: () => Promise<unknown>): Promise<undefined> {
  try {
    await send();
  } catch (error) {
    const refusal = serviceErrorOf(error);
    if (refusal?.code === "DryRunOperation") {
      const { status: httpStatusCode, requestId, attempts } = refusal;
      clients.answered({ httpStatusCode, requestId, attempts });
      return undefined;
    }
    throw error;
  }
  throw new ProtocolError("withoutResult");
}
