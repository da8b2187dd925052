import { CreateCacheSecurityGroupCommand } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import {
  cacheSecurityGroupRequests,
  type NewCacheSecurityGroup,
} from "../../core/requests/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { changedGroup } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";
import { sendChange } from "./sendChange";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSecurityGroup.html */
export function createCacheSecurityGroup(
  clients: CallClients,
  wanted: NewCacheSecurityGroup,
): Promise<CacheSecurityGroup> {
  const command = new CreateCacheSecurityGroupCommand(cacheSecurityGroupRequests.create(wanted).input);
  return sendChange(clients, {
    send: () => clients.elastiCache().send(command, clients.options),
    resultOf: (output) => changedGroup(output.CacheSecurityGroup, wanted.name),
    alreadyCode: "CacheSecurityGroupAlreadyExists",
    // A new group is empty and has the description that was given.
    look: async () => {
      const group = await describeCacheSecurityGroup(clients, wanted.name);
      if (group.description !== wanted.description) {
        return { whose: "others" };
      }
      return group.grants.length === 0 ? { whose: "ours", value: group } : { whose: "notKnown" };
    },
  });
}
