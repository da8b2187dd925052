import { distinctItems, type IngressItem } from "./batchItem";
import { type CacheSecurityGroup, findGrant } from "./cacheSecurityGroups/cacheSecurityGroup";
import { failureReach, groupNotFound } from "./failures/failureScope";
import type { Failure } from "./failures/failures";
import type { Target } from "./target";

/** What is to become of one ingress of a plan. */
export type Verdict =
  | { readonly kind: "toDo" }
  | { readonly kind: "alreadySo"; readonly status: string }
  | { readonly kind: "impossible"; readonly failure: Failure };

export interface PlannedIngress {
  readonly item: IngressItem;
  readonly verdict: Verdict;
}

/** The groups of a target as last read, and why the last read failed, if it did. */
export interface KnownGroups {
  readonly value?: readonly CacheSecurityGroup[];
  readonly failure?: Failure;
}

const toDo: Verdict = { kind: "toDo" };

/** Tells what of many ingresses is to be done, is so already, or cannot be. Repeated ones are planned once. */
export function planIngress(
  items: readonly IngressItem[],
  groupsOf: (target: Target) => KnownGroups,
): readonly PlannedIngress[] {
  return distinctItems(items).map((item) => ({ item, verdict: verdictOf(item, groupsOf(item)) }));
}

function verdictOf(item: IngressItem, { value, failure }: KnownGroups): Verdict {
  if (failure) {
    // Without a look nobody knows: the permission to look may be missing, and the one to authorize not.
    return failureReach(failure) === "target" ? { kind: "impossible", failure } : toDo;
  }
  if (!value) {
    return toDo;
  }
  const name = item.cacheSecurityGroupName.toLowerCase();
  const group = value.find((each) => each.name === name);
  if (!group) {
    return { kind: "impossible", failure: notThere(item) };
  }
  const status = findGrant(group, item)?.status;
  return status === "authorized" || status === "authorizing" ? { kind: "alreadySo", status } : toDo;
}

function notThere({ cacheSecurityGroupName, profile, region }: IngressItem): Failure {
  return {
    kind: "notFound",
    code: groupNotFound,
    field: "CacheSecurityGroupName",
    message: `There is no cache security group ${cacheSecurityGroupName} in ${region} (${profile}). Nothing was sent`,
  };
}
