import { joinCaches } from "../../core/caches/joinCaches";
import type { CommandResult } from "../../core/commandResult";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { type CacheGiven, cacheGiven } from "../../store/given/cacheGiven";
import { vpcFields } from "../../store/given/vpcFields";
import type { Params, Services } from "../command";
import { withRead } from "../heads";
import { withCache } from "../steps/withCache";

/** Goes on with the cache that params name, or with one that is asked for. */
export function withWayCache(
  title: string,
  params: Params,
  services: Services,
  use: (found: CacheGiven) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withRead(withCache(title, params, services), (whole) => withRead(wayCache(whole, services), use));
}

/** The cache that params name, as last read; one of a region that nobody has opened is asked for alone. */
export async function wayCache(params: Params, services: Services): Promise<Outcome<CacheGiven>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cache: name } = given.value;
  if (profile === undefined || region === undefined || name === undefined) {
    return cacheGiven(params, services);
  }
  const target = { profile, region };
  if (services.state.caches.get(target).value !== undefined) {
    return cacheGiven(params, services);
  }
  const described = await (await services.aws()).describeCache(target, name);
  if (!described.ok) {
    return described;
  }
  const [cache] = joinCaches(described.value);
  return cache
    ? succeeded({ target, cache })
    : failed({ kind: "notFound", message: `There is no cache ${name.id} in ${region}` });
}
