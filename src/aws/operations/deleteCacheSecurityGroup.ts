import { DeleteCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSecurityGroup.html */
export async function deleteCacheSecurityGroup(line: CallClients, name: string): Promise<undefined> {
  const command = new DeleteCacheSecurityGroupCommand({ CacheSecurityGroupName: name });
  try {
    const output = await line.elastiCache().send(command, line.options);
    line.answered(output.$metadata);
  } catch (error) {
    // A retry that finds nothing to delete: the answer of an earlier attempt was lost.
    const answered = serviceErrorOf(error);
    if (answered?.code !== "CacheSecurityGroupNotFound" || answered.attempts === 1) {
      throw error;
    }
  }
  return undefined;
}
