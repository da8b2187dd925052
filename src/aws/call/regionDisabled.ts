import type { Failure } from "../../core/failures/failures";
import { partitionOf } from "../../core/regions";
import type { Target } from "../../core/target";
import type { Environment } from "../../profiles/environment";
import { partitionOfProfile } from "../../profiles/partitionOfProfile";
import type { Profile, SharedConfig } from "../../profiles/profile";
import { endpointOf } from "../endpoints/endpointOf";
import type { Operation } from "../failures/call";
import { mayMeanRegionDisabled } from "../failures/codes";
import { alwaysEnabledRegion } from "../homeRegion";

/**
 * Where to ask STS whether credentials that one region refused are good at home; `undefined` where the refusal
 * cannot be the region's. A region that an account has not enabled says of every token that it is invalid, as
 * of one that nobody knows.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export function whereToAsk(
  failure: Failure,
  operation: Operation,
  target: Target,
  profile: Profile,
  config: SharedConfig,
  environment: Environment,
): Target | undefined {
  if (!mayBeTheRegions(failure)) {
    return undefined;
  }
  const asked = endpointOf(operation.service, profile, config, environment);
  const sts = endpointOf("sts", profile, config, environment);
  // An endpoint of the user's own knows other keys than AWS: what AWS's STS says of them proves nothing.
  if ((asked.url === undefined) !== (sts.url === undefined)) {
    return undefined;
  }
  const { partition } = partitionOf(target.region);
  const home = [profile.region, alwaysEnabledRegion(target.region)].find(
    (region) =>
      region !== undefined && region !== target.region && partitionOf(region).partition === partition,
  );
  return home === undefined ? undefined : { profile: profile.name, region: home };
}

/**
 * The failure of keys that were refused because they are of another partition than the region: `undefined` for any
 * other. Nobody can enable a region for those, and a new sign-in would not help.
 */
export function ofAnotherPartition(
  failure: Failure,
  { region }: Target,
  profile: Profile,
  config: SharedConfig,
): Failure | undefined {
  const own = mayBeTheRegions(failure) ? partitionOfProfile(profile, config)?.partition : undefined;
  const asked = partitionOf(region).partition;
  if (own === undefined || own === asked) {
    return undefined;
  }
  const { remedy: _, ...rest } = failure;
  return {
    ...rest,
    message: `The credentials of profile ${profile.name} are of the partition ${own}, and ${region} is in ${asked}: those of one count for nothing in the other. Choose Regions… has the regions of ${own}.`,
  };
}

function mayBeTheRegions({ kind, code }: Failure): boolean {
  return kind === "credentials" && mayMeanRegionDisabled(code ?? "");
}
