import { findGrant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { storedName } from "../core/cacheSecurityGroups/items";
import type { Params } from "../core/params";
import { targetNamed } from "../core/target";
import type { State } from "../store/state";
import type { Row, RowKind } from "../tree/row";

/**
 * Tells the row of what is being sent, by the fields that name it: its own, or the one above where it is yet to be
 * made.
 */
export function isRowOf(item: Params, state: Pick<State, "groups">): (row: Row) => boolean {
  const [kind, ...fields] = rowOf(item, state);
  return (row) =>
    row.kind === kind && fields.every((field) => isSame(field, Reflect.get(row.params, field), item[field]));
}

const target = ["profile", "region"] as const;
const grantFields = ["cacheSecurityGroupName", "ec2SecurityGroupName", "ec2SecurityGroupOwnerId"] as const;

function rowOf(item: Params, state: Pick<State, "groups">): readonly [RowKind, ...(readonly string[])] {
  if (item["securityGroupRuleId"] !== undefined) {
    return ["rule", ...target, "securityGroupId", "securityGroupRuleId"];
  }
  if (item["securityGroupId"] !== undefined) {
    return item["cacheId"] === undefined
      ? ["vpcSecurityGroup", ...target, "securityGroupId"]
      : ["cache", ...target, "cacheKind", "cacheId"];
  }
  const { cacheSecurityGroupName: name, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = item;
  const place = targetNamed(item);
  const group = place && typeof name === "string" ? state.groups.find(place, name) : undefined;
  if (!group) {
    return ["cacheSecurityGroups", ...target];
  }
  const isThere =
    typeof ec2SecurityGroupName === "string" &&
    typeof ec2SecurityGroupOwnerId === "string" &&
    findGrant(group, { ec2SecurityGroupName, ec2SecurityGroupOwnerId }) !== undefined;
  return isThere
    ? ["grant", ...target, ...grantFields]
    : ["cacheSecurityGroup", ...target, "cacheSecurityGroupName"];
}

/** The API stores a cache security group's name in lower case, in whatever case it is given. */
function isSame(field: string, own: unknown, given: unknown): boolean {
  const stored = field === "cacheSecurityGroupName" && typeof given === "string" ? storedName(given) : given;
  return own === stored;
}
