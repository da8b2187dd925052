import { loadPaths, loadReach } from "../../bundles";
import type { Cache } from "../../core/caches/cache";
import type { Explanation } from "../../core/reach/explanation";
import type { WaySource } from "../../core/reach/waySource";
import type { Target } from "../../core/target";
import type { WayAccess } from "../../store/reach/wayReader";
import type { Services } from "../command";

/** A source, a cache, and the ports that it is asked about. */
export interface Way {
  readonly target: Target;
  readonly cache: Cache;
  readonly source: WaySource;
  readonly ports: readonly number[];
}

export async function explainWay(way: Way, services: Services): Promise<Explanation> {
  const [{ explainCache }, access] = await Promise.all([loadReach(), wayAccess(way.target, services)]);
  return explainCache(access, way);
}

/** What ways are read with: the target's own profile, and those of other accounts as far as they are known. */
export async function wayAccess(
  target: Target,
  { aws, state }: Pick<Services, "aws" | "state">,
): Promise<WayAccess> {
  const [api, { pathReads }] = await Promise.all([aws(), loadPaths()]);
  return {
    aws: api,
    reads: { ...api.pathReads, ...pathReads },
    target,
    accountId: state.accounts.get(target.profile)?.accountId,
    profileOf: (accountId) => state.accounts.all().get(accountId)?.[0],
  };
}
