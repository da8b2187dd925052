import { storedName } from "../core/cacheSecurityGroups/items";
import { invalidParameter } from "../core/failures/invalidParameter";
import { groupFields, isComplete } from "../core/given/fields";
import { failed, type Outcome, succeeded } from "../core/outcome";
import { partitionOf } from "../core/regions";
import type { Target } from "../core/target";
import { readFields } from "../store/given/fields";
import { vpcFields } from "../store/given/vpcFields";
import type { State } from "../store/state";
import type { Params, Services } from "./command";
import { isVpcSubject } from "./copyAs/copySubject";
import { asksSubject, namesSubject } from "./copyAs/withSubject";
import { copyCommand } from "./copyCommand";

/** Copies the ARN of a group or a cache: as the API gave it, or made from the account and the name. */
export const copyArn = copyCommand({
  id: "copyArn",
  ask: asksSubject({
    title: "Copy ARN",
    kinds: ["group", "cache", "vpcGroup"],
    isNamed: namesSubject,
    needsTarget: true,
  }),
  lineOf: (params, services) =>
    isVpcSubject(params) ? vpcArn(params, services) : groupArn(params, services),
});

async function groupArn(params: Params, { state }: Services): Promise<Outcome<string>> {
  const given = await readFields(params, groupFields, state);
  if (!given.ok) {
    return given;
  }
  if (!isComplete(given.value, groupFields)) {
    return failed(invalidParameter("cacheSecurityGroupName", "The group to copy the ARN of is missing"));
  }
  const name = storedName(given.value.cacheSecurityGroupName);
  const group = state.groups.find(given.value, name);
  return group?.arn
    ? succeeded(group.arn)
    : madeArn(given.value, group?.ownerId, "elasticache", `securitygroup:${name}`, state);
}

/** The ARN of a VPC security group, or of a cache where no group is named. */
async function vpcArn(params: Params, services: Services): Promise<Outcome<string>> {
  const { state } = services;
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cache, securityGroupId } = given.value;
  if (profile === undefined || region === undefined) {
    return failed(invalidParameter("profile", "The profile and the region of what to copy are missing"));
  }
  const target = { profile, region };
  if (securityGroupId !== undefined) {
    const owner = state.vpc.group(target, securityGroupId)?.ownerId;
    return madeArn(target, owner, "ec2", `security-group/${securityGroupId}`, state);
  }
  await state.caches.load(target);
  const arn = cache && state.caches.find(target, cache)?.arn;
  return arn === undefined
    ? failed(invalidParameter("cacheId", "The ARN of this cache is not known"))
    : succeeded(arn);
}

/** An ARN in the account of its owner, or of the profile where nobody has read whose it is. */
async function madeArn(
  target: Target,
  owner: string | undefined,
  service: string,
  resource: string,
  { accounts }: State,
): Promise<Outcome<string>> {
  const { profile, region } = target;
  const account = owner || (await accounts.load(target))?.accountId;
  return account === undefined
    ? failed({
        kind: "credentials",
        message: `The account number of ${profile} is not known, so there is no ARN`,
      })
    : succeeded(`arn:${partitionOf(region).partition}:${service}:${region}:${account}:${resource}`);
}
