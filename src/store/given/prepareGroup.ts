import type { CacheName } from "../../core/caches/cache";
import { withoutGroupsWords } from "../../core/caches/membershipChange";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { State } from "../state";
import type { GivenVpc } from "./vpcFields";

/** What the params of a flow about a group come to, once the target's caches are known. */
export interface PreparedGroup {
  readonly cache?: CacheName;
  readonly securityGroupId?: string;
}

/**
 * Loads what the flow has to know: the caches of the target, with their ports. A cache with one group alone needs
 * no asking for it; a public one, or one outside of any VPC, has none that could let anybody in.
 */
export async function prepareGroup(
  given: GivenVpc,
  { state }: { readonly state: State },
): Promise<Outcome<PreparedGroup>> {
  const { profile, region, cache: name, securityGroupId } = given;
  if (profile === undefined || region === undefined) {
    return succeeded({});
  }
  const target = { profile, region };
  await state.caches.load(target);
  if (name === undefined) {
    return succeeded(securityGroupId === undefined ? {} : { securityGroupId });
  }
  const cache = state.caches.find(target, name);
  const { failures } = state.caches.get(target);
  if (!cache) {
    const [failure] = failures;
    return failed(
      failure ?? {
        kind: "notFound",
        message: `There is no cache ${name.id} in ${region}. Nothing was sent`,
      },
    );
  }
  if (cache.isPublic) {
    return failed(
      invalidParameter(
        "cacheId",
        `${cache.id} is public: IAM decides who reaches it, by elasticache:Connect, and no security group does`,
      ),
    );
  }
  const { securityGroups: groups = [] } = cache;
  if (securityGroupId === undefined && groups.length === 0) {
    const message = withoutGroupsWords(cache);
    return failed(
      cache.securityGroups === undefined
        ? (failures[0] ?? { kind: "invalidState", message })
        : invalidParameter("cacheId", message),
    );
  }
  const only = groups.length === 1 ? groups[0]?.id : undefined;
  const id = securityGroupId ?? only;
  await state.vpc.load(target);
  return succeeded({ cache: name, ...(id === undefined ? {} : { securityGroupId: id }) });
}
