import { type CommandResult, cancelled } from "../../core/commandResult";
import type { Command, Params, Services } from "../command";
import { refuse } from "../tellFailure";
import { type CacheGiven, cacheGiven } from "../vpc/cacheGiven";
import { vpcFields } from "../vpc/fields";
import { askAttached, askGroup } from "./askGroup";
import { sendGroups } from "./sendGroups";

/** Attaches a VPC security group to a cache: often a better way to let one more in than a rule on a shared group. */
export const attachSecurityGroup: Command = {
  id: "attachSecurityGroup",
  changes: true,
  run: (params, services) => changeGroups(params, services, askGroup, (add) => ({ add })),
};

/** Detaches a VPC security group from a cache. */
export const detachSecurityGroup: Command = {
  id: "detachSecurityGroup",
  changes: true,
  run: (params, services) => changeGroups(params, services, askAttached, (remove) => ({ remove })),
};

async function changeGroups(
  params: Params,
  services: Services,
  ask: (given: CacheGiven, services: Services) => Promise<string | undefined>,
  changeOf: (groupId: string) => { readonly add: string } | { readonly remove: string },
): Promise<CommandResult> {
  const fields = await vpcFields(params, services);
  const given = fields.ok ? await cacheGiven(params, services) : fields;
  if (!given.ok) {
    return refuse(given.failure, services);
  }
  const named = fields.ok ? fields.value.securityGroupId : undefined;
  const groupId = named ?? (await ask(given.value, services));
  if (groupId === undefined) {
    return cancelled;
  }
  const { target, cache } = given.value;
  const confirmed = params["confirmed"] === true;
  return sendGroups(
    {
      target,
      cache: { kind: cache.kind, id: cache.id },
      change: changeOf(groupId),
      confirmed,
      interactive: !confirmed || named === undefined,
    },
    services,
  );
}
