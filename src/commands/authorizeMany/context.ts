import type { Judged } from "../../changes/change";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { IngressSource } from "../../core/cacheSecurityGroups/ingress";
import type { GroupItem, IngressItem } from "../../core/cacheSecurityGroups/items";
import { distinctBy } from "../../core/distinct";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { type Target, targetAlone, targetKey } from "../../core/target";
import { shownTargets } from "../../store/state";
import type { Services } from "../command";

/** The answers of the flow, as far as it has come. */
export interface AuthorizeManyContext {
  readonly services: Services;
  /** What the caller, or the rows it was called on, said beforehand. */
  readonly given: { readonly targets?: readonly Target[]; readonly groups?: readonly GroupItem[] };
  targets?: readonly Target[];
  groups?: readonly GroupItem[];
  sources?: readonly IngressSource[];
  /** Where the sources came from, in words. */
  sourcesFrom?: string;
  plan?: readonly PlannedGrant[];
  expires?: GivenEnd;
}

export type PlannedGrant = Judged<IngressItem, CacheSecurityGroup>;

/** The targets to choose groups in, once they are known; the only one there is needs no choice. */
export function targetsOf({ services, given, targets }: AuthorizeManyContext): readonly Target[] {
  if (given.groups) {
    return distinctBy(targetKey, given.groups.map(targetAlone));
  }
  return given.targets ?? targets ?? shownTargets(services.state);
}

/** Every source into every group. */
export function ingressesOf({ given, groups, sources }: AuthorizeManyContext): readonly IngressItem[] {
  return (given.groups ?? groups ?? []).flatMap((group) =>
    (sources ?? []).map((source) => ({
      ...targetAlone(group),
      cacheSecurityGroupName: group.cacheSecurityGroupName,
      ...source,
    })),
  );
}
