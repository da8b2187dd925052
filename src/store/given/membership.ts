import { type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { State } from "../state";
import { cacheGiven } from "./cacheGiven";
import { readFields } from "./fields";
import { type GivenVpc, vpcFields } from "./vpcFields";

export interface GivenMembership extends GivenVpc {
  readonly cacheKind?: string;
  readonly cacheId?: string;
}

/** What is given; a cache that is named whole has to be there. */
export async function givenMembership(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<GivenMembership>> {
  const given = await vpcFields(params, services);
  const named = await readFields(params, ["cacheKind", "cacheId"], services.state);
  if (!given.ok || !named.ok) {
    return given.ok ? named : given;
  }
  const { profile, region, cache } = given.value;
  if (profile !== undefined && region !== undefined && cache) {
    const found = await cacheGiven(params, services);
    if (!found.ok) {
      return found;
    }
  }
  return succeeded({ ...given.value, ...named.value });
}
