import type { Failure } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { Environment } from "../../profiles/environment";
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
  if (failure.kind !== "credentials" || !mayMeanRegionDisabled(failure.code ?? "")) {
    return undefined;
  }
  const asked = endpointOf(operation.service, profile, config, environment);
  const sts = endpointOf("sts", profile, config, environment);
  // An endpoint of the user's own knows other keys than AWS: what AWS's STS says of them proves nothing.
  if ((asked.url === undefined) !== (sts.url === undefined)) {
    return undefined;
  }
  const home = [profile.region, alwaysEnabledRegion(target.region)].find(
    (region) => region !== undefined && region !== target.region,
  );
  return home === undefined ? undefined : { profile: profile.name, region: home };
}
