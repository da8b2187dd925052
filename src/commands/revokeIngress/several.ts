import type { IngressItem } from "../../core/batchItem";
import { type CommandResult, cancelled } from "../../core/commandResult";
import { count } from "../../core/plural";
import type { Params, Services } from "../command";
import { ingressItems } from "../many/items";
import { listedByTarget } from "../many/listed";
import { refuse } from "../tellFailure";
import { revokeItems } from "./revokeItems";

/** Revokes several grants. Asks once, in one modal, unless `confirmed` stands for the answer. */
export async function revokeSeveral(
  given: readonly Params[],
  confirmed: boolean,
  services: Services,
): Promise<CommandResult> {
  const items = await ingressItems(given, services.state);
  if (!items.ok) {
    return refuse(items.failure, services);
  }
  if (!confirmed && items.value.length > 0 && !(await services.ui.confirm(question(items.value)))) {
    return cancelled;
  }
  return revokeItems(items.value, { interactive: !confirmed, look: false }, services);
}

function question(items: readonly IngressItem[]) {
  const groups = new Set(
    items.map(({ profile, region, cacheSecurityGroupName }) =>
      JSON.stringify([profile, region, cacheSecurityGroupName]),
    ),
  );
  return {
    message: `Revoke ${count(items.length, "grant")} from ${count(groups.size, "cache security group")}?`,
    detail: `What runs in these EC2 security groups will not reach the caches any more:\n\n${listedByTarget(
      items,
      (item) =>
        `${item.ec2SecurityGroupName} of ${item.ec2SecurityGroupOwnerId}, from ${item.cacheSecurityGroupName}`,
    )}`,
    action: "Revoke",
  };
}
