import { DescribeCacheSecurityGroupsCommand } from "@aws-sdk/client-elasticache";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";

/** One cache security group by its name, which the API takes in any case. */
export async function describeCacheSecurityGroup(
  clients: CallClients,
  name: string,
): Promise<CacheSecurityGroup> {
  const command = new DescribeCacheSecurityGroupsCommand(cacheSecurityGroupRequests.describe(name).input);
  const output = await clients.elastiCache().send(command, clients.options);
  clients.answered(output.$metadata);
  const groups = (output.CacheSecurityGroups ?? []).map(cacheSecurityGroupOf);
  const group = groups.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!group) {
    throw new ProtocolError("withoutResult");
  }
  return group;
}
