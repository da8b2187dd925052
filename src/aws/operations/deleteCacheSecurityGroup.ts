import { DeleteCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { sendChange } from "./sendChange";

/**
 * The answer has no result: that it is this operation's, with the id of the request, is the proof. Both are looked
 * for in every answer before the SDK reads it (`http/checkAnswer.ts`).
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSecurityGroup.html
 */
export function deleteCacheSecurityGroup(clients: CallClients, name: string): Promise<undefined> {
  const command = new DeleteCacheSecurityGroupCommand(cacheSecurityGroupRequests.delete(name).input);
  return sendChange(clients, {
    send: () => clients.elastiCache().send(command, clients.options),
    resultOf: () => undefined,
    alreadyCode: "CacheSecurityGroupNotFound",
    // That it is not there any more is what the refusal says.
    look: async () => ({ whose: "ours", value: undefined }),
  });
}
