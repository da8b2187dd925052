import type { MembershipItem } from "../../changes/membershipQuestion";
import { attachGroups, detachGroups } from "../../changes/memberships";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled } from "../../core/commandResult";
import type { Command, Params, Services } from "../command";
import { isConfirmed, withRead } from "../heads";
import { type CacheGiven, cacheGiven } from "../vpc/cacheGiven";
import { vpcFields } from "../vpc/fields";
import { askAttached, askGroup } from "./askGroup";

/** Attaches a VPC security group to a cache: often a better way to let one more in than a rule on a shared group. */
export const attachSecurityGroup: Command = {
  id: "attachSecurityGroup",
  changes: true,
  run: (params, services) => changeMembership(params, services, askGroup, attachGroups),
};

/** Detaches a VPC security group from a cache. */
export const detachSecurityGroup: Command = {
  id: "detachSecurityGroup",
  changes: true,
  run: (params, services) => changeMembership(params, services, askAttached, detachGroups),
};

function changeMembership(
  params: Params,
  services: Services,
  ask: (given: CacheGiven, services: Services) => Promise<string | undefined>,
  changeOf: typeof attachGroups,
): Promise<CommandResult> {
  return withRead(vpcFields(params, services), ({ securityGroupId: named }) =>
    withRead(cacheGiven(params, services), async (given) => {
      const groupId = named ?? (await ask(given, services));
      if (groupId === undefined) {
        return cancelled;
      }
      const { target, cache } = given;
      const item: MembershipItem = { ...target, cache: { kind: cache.kind, id: cache.id }, groupId };
      const confirmed = isConfirmed(params);
      const how = { interactive: !confirmed || named === undefined, confirmed };
      return runChange(changeOf(services), [item], how, services);
    }),
  );
}
