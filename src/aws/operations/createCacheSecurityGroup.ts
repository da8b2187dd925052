import { CreateCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";

export interface NewCacheSecurityGroup {
  readonly name: string;
  readonly description: string;
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSecurityGroup.html */
export async function createCacheSecurityGroup(
  line: CallClients,
  { name, description }: NewCacheSecurityGroup,
): Promise<CacheSecurityGroup> {
  const command = new CreateCacheSecurityGroupCommand({
    CacheSecurityGroupName: name,
    Description: description,
  });
  try {
    const output = await line.elastiCache().send(command, line.options);
    const group = cacheSecurityGroupOf(output.CacheSecurityGroup);
    line.answered(output.$metadata);
    return group;
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== "CacheSecurityGroupAlreadyExists" || answered.attempts === 1) {
      throw error;
    }
    // The answer of an earlier attempt was lost. A new group is empty and has the description that was given.
    const group = await describeCacheSecurityGroup(line, name);
    if (group.grants.length > 0 || group.description !== description) {
      throw error;
    }
    return group;
  }
}
