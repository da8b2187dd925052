import { createGroups, deleteGroups } from "../../changes/cacheSecurityGroups";
import { type Change, type Inverse, inverse } from "../../changes/change";
import { setGrantEnds } from "../../changes/expiry/setGrantEnds";
import { setRuleEnds } from "../../changes/expiry/setRuleEnds";
import { authorizeGrants, authorizeManyGrants, revokeGrants } from "../../changes/grants";
import { attachGroups, detachGroups } from "../../changes/memberships";
import { authorizePlannedRules } from "../../changes/plannedRules";
import { authorizeRules, revokeRules } from "../../changes/rules";
import { groupFields } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import { readItems } from "../../store/given/fields";
import { grantItems } from "../../store/given/grantItems";
import type { Params, Services } from "../command";
import {
  grantEndItem,
  membershipItem,
  newRulesItem,
  plannedRulesItem,
  revokedRuleItem,
  ruleEndItem,
} from "./keptItems";

type Remake = (items: readonly Params[], services: Services) => Promise<Outcome<Inverse>>;

/** How the journal's params of each command become its change and its items again. */
const remakes: Readonly<Record<string, Remake>> = {
  authorizeIngress: remake(authorizeGrants, ingress),
  authorizeMany: remake(authorizeManyGrants, ingress),
  revokeIngress: remake(revokeGrants, ingress),
  createCacheSecurityGroup: remake(createGroups, (items, { state }) =>
    readItems(items, [...groupFields, "description"], state),
  ),
  deleteCacheSecurityGroup: remake(deleteGroups, (items, { state }) => readItems(items, groupFields, state)),
  authorizeVpcIngress: remake(authorizeRules, each(newRulesItem)),
  planVpcRules: remake(authorizePlannedRules, each(plannedRulesItem)),
  revokeVpcIngress: remake(revokeRules, each(revokedRuleItem)),
  attachSecurityGroup: remake(attachGroups, each(membershipItem)),
  detachSecurityGroup: remake(detachGroups, each(membershipItem)),
  setExpiry: (items, services) =>
    items.every((item) => "securityGroupRuleId" in item)
      ? remake(setRuleEnds, each(ruleEndItem))(items, services)
      : remake(setGrantEnds, each(grantEndItem))(items, services),
};

/** The change that a line of the journal tells of, with its items. The line comes from a file: it is checked like params. */
export async function remadeChange(
  command: string,
  items: readonly Params[],
  services: Services,
): Promise<Outcome<Inverse>> {
  const known = Object.hasOwn(remakes, command) ? remakes[command] : undefined;
  return known
    ? known(items, services)
    : failed({
        kind: "invalidParameter",
        message: `The history tells of ${command}, which this version does not know. Nothing was sent`,
      });
}

function remake<Item extends Target, Answer>(
  change: (services: Services) => Change<Item, Answer>,
  read: (items: readonly Params[], services: Services) => Promise<Outcome<readonly Item[]>>,
): Remake {
  return async (items, services) => {
    const known = await read(items, services);
    return known.ok ? succeeded(inverse(change(services), known.value)) : known;
  };
}

function ingress(items: readonly Params[], { state }: Services) {
  return grantItems(items, {}, state);
}

function each<Item>(read: (params: Params, services: Services) => Promise<Outcome<Item>>) {
  return async (items: readonly Params[], services: Services): Promise<Outcome<readonly Item[]>> => {
    const known: Item[] = [];
    for (const params of items) {
      const item = await read(params, services);
      if (!item.ok) {
        return item;
      }
      known.push(item.value);
    }
    return succeeded(known);
  };
}
