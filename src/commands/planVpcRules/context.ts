import type { Cache, CacheName } from "../../core/caches/cache";
import type { GroupContext } from "../steps/groupStep";
import { targetOf } from "../steps/targetStep";

/** The answers of the flow, as far as it has come. */
export interface PlanContext extends GroupContext {
  readonly given: GroupContext["given"] & { readonly caches?: readonly CacheName[] };
  caches?: readonly CacheName[];
}

/** The caches that a rule can be made for: those with VPC security groups. */
export function cachesInVpc(context: PlanContext): readonly Cache[] {
  const caches = context.services.state.caches.get(targetOf(context)).value ?? [];
  return caches.filter(({ securityGroups }) => (securityGroups ?? []).length > 0);
}
