import type { GrantName } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { CacheName } from "../../core/caches/cache";
import { type Cache, isSameCache } from "../../core/caches/cache";
import type { GroupContext } from "../steps/groupStep";
import { targetOf } from "../steps/targetStep";

/** The answers of the flow, as far as it has come. */
export interface PlanContext extends GroupContext {
  readonly given: GroupContext["given"] & { readonly caches?: readonly CacheName[] };
  caches?: readonly CacheName[];
}

/** The grants of the chosen group, as last read. Those that are being revoked are not carried over. */
export function grantsOf(context: PlanContext): readonly GrantName[] {
  const { groups } = context.services.state;
  const group = groups.find(targetOf(context), (context.cacheSecurityGroupName ?? "").toLowerCase());
  return (group?.grants ?? []).filter(({ status }) => status !== "revoking");
}

/** The caches that a rule can be made for: those with VPC security groups. */
export function cachesInVpc(context: PlanContext): readonly Cache[] {
  const caches = context.services.state.caches.get(targetOf(context)).value ?? [];
  return caches.filter(({ securityGroups }) => (securityGroups ?? []).length > 0);
}

export function chosenCaches(context: PlanContext): readonly Cache[] {
  const all = context.services.state.caches.get(targetOf(context)).value ?? [];
  return all.filter((cache) => (context.caches ?? []).some((name) => isSameCache(name, cache)));
}
