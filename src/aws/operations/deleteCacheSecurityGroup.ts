import { DeleteCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSecurityGroup.html */
export async function deleteCacheSecurityGroup(clients: CallClients, name: string): Promise<undefined> {
  const command = new DeleteCacheSecurityGroupCommand(cacheSecurityGroupRequests.delete(name).input);
  try {
    const output = await clients.elastiCache().send(command, clients.options);
    clients.answered(output.$metadata);
  } catch (error) {
    // A retry that finds nothing to delete: the answer of an earlier attempt was lost.
    const answered = serviceErrorOf(error);
    if (answered?.code !== "CacheSecurityGroupNotFound" || answered.attempts === 1) {
      throw error;
    }
  }
  return undefined;
}
