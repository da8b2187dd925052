import { CreateCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import {
  cacheSecurityGroupRequests,
  type NewCacheSecurityGroup,
} from "../../core/requests/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSecurityGroup.html */
export async function createCacheSecurityGroup(
  clients: CallClients,
  wanted: NewCacheSecurityGroup,
): Promise<CacheSecurityGroup> {
  const command = new CreateCacheSecurityGroupCommand(cacheSecurityGroupRequests.create(wanted).input);
  try {
    const output = await clients.elastiCache().send(command, clients.options);
    const group = cacheSecurityGroupOf(output.CacheSecurityGroup);
    clients.answered(output.$metadata);
    return group;
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== "CacheSecurityGroupAlreadyExists" || answered.attempts === 1) {
      throw error;
    }
    // The answer of an earlier attempt was lost. A new group is empty and has the description that was given.
    const group = await describeCacheSecurityGroup(clients, wanted.name);
    if (group.grants.length > 0 || group.description !== wanted.description) {
      throw error;
    }
    return group;
  }
}
