import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { partitionOf } from "../../core/regions";
import type { Params, Services } from "../command";
import { vpcFields } from "./fields";

/** The ARN of a VPC security group, or of a cache where no group is named. */
export async function vpcArn(params: Params, services: Services): Promise<Outcome<string>> {
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
  if (securityGroupId === undefined) {
    await state.caches.load(target);
    const arn = cache && state.caches.find(target, cache)?.arn;
    return arn === undefined
      ? failed(invalidParameter("cacheId", "The ARN of this cache is not known"))
      : succeeded(arn);
  }
  const owner =
    state.vpc.group(target, securityGroupId)?.ownerId || (await state.accounts.load(target))?.accountId;
  return owner === undefined
    ? failed({
        kind: "credentials",
        message: `The account number of ${profile} is not known, so there is no ARN`,
      })
    : succeeded(
        `arn:${partitionOf(region).partition}:ec2:${region}:${owner}:security-group/${securityGroupId}`,
      );
}
