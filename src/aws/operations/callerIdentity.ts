import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { CallerIdentity } from "../api";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: needs no permission. */
export async function callerIdentity(line: CallClients): Promise<CallerIdentity> {
  const output = await line.sts().send(new GetCallerIdentityCommand({}), line.options);
  if (!output.Account || !output.Arn) {
    throw new ProtocolError("withoutResult");
  }
  line.answered(output.$metadata);
  return { accountId: output.Account, arn: output.Arn };
}
