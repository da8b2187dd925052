import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { CallerIdentity } from "../api";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: needs no permission. */
export async function callerIdentity(clients: CallClients): Promise<CallerIdentity> {
  const output = await clients.sts().send(new GetCallerIdentityCommand({}), clients.options);
  if (!output.Account || !output.Arn) {
    throw new ProtocolError("withoutResult");
  }
  clients.answered(output.$metadata);
  return { accountId: output.Account, arn: output.Arn };
}
