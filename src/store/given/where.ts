import type { GroupItem } from "../../core/cacheSecurityGroups/items";
import { groupFields } from "../../core/given/fields";
import { type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { Target } from "../../core/target";
import type { State } from "../state";
import { readFields, readItems } from "./fields";

/** Where somebody is to be let in, as far as params say: into cache security groups, or into some of these targets. */
interface GivenWhere {
  readonly targets?: readonly Target[];
  readonly groups?: readonly GroupItem[];
}

/** Whether items say where alone, and not who is to be let in. */
export function namesGroupsOnly(items: readonly Params[]): boolean {
  return (
    items.length > 0 &&
    !items.some((item) => "ec2SecurityGroupName" in item || "ec2SecurityGroupOwnerId" in item)
  );
}

/** The groups or targets that several rows stand for. */
export async function givenWheres(items: readonly Params[], state: State): Promise<Outcome<GivenWhere>> {
  if (items.every((item) => !("cacheSecurityGroupName" in item))) {
    const targets = await readItems(items, ["profile", "region"], state);
    return targets.ok ? succeeded({ targets: targets.value }) : targets;
  }
  const groups = await readItems(items, groupFields, state);
  return groups.ok ? succeeded({ groups: groups.value }) : groups;
}

/** The group or target that one row stands for, or nothing. */
export async function givenWhere(params: Params, state: State): Promise<Outcome<GivenWhere>> {
  const given = await readFields(params, groupFields, state);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cacheSecurityGroupName } = given.value;
  if (profile === undefined || region === undefined) {
    return succeeded({});
  }
  return succeeded(
    cacheSecurityGroupName === undefined
      ? { targets: [{ profile, region }] }
      : { groups: [{ profile, region, cacheSecurityGroupName }] },
  );
}
