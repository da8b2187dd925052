import type { Change } from "../changes/change";
import type { GrantItem } from "../changes/expiry/grantEnd";
import { revokeGrants } from "../changes/grants";
import type { ChangeServices } from "../changes/services";
import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { connectionsLiveOn } from "../core/expiry/endWords";

/** Revoke Ingress of grants whose time is over: nobody is asked, and nothing is made again. */
export function expireGrants(services: ChangeServices): Change<GrantItem, CacheSecurityGroup> {
  const { question: _, undo: __, ...revoke } = revokeGrants(services);
  return {
    ...revoke,
    title: "Expired Grants",
    // Another machine was quicker, or whoever it was to be left to: it says so.
    unchanged: () => "",
    doing: (number) => `${revoke.doing(number)} that expired`,
    end: async (item) => ({
      severity: "information",
      text: `${item.ec2SecurityGroupName} of account ${item.ec2SecurityGroupOwnerId} has expired in ${item.cacheSecurityGroupName}, ${item.region} (${item.profile}). It is revoked. ${connectionsLiveOn}`,
      canUndo: false,
    }),
  };
}
