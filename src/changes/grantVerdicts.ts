import { type CacheSecurityGroup, findGrant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupIsGone } from "../core/cacheSecurityGroups/groupIsGone";
import type { IngressItem } from "../core/cacheSecurityGroups/items";
import type { Failure } from "../core/failures/failures";
import type { Verdict } from "./change";
import { grantedWords } from "./grantWords";

/** Whether a grant is still to be made. */
export function toAuthorize(
  item: IngressItem,
  group: CacheSecurityGroup | undefined,
): Verdict<CacheSecurityGroup> {
  if (!group) {
    return { kind: "impossible", failure: { ...groupIsGone(item), field: "cacheSecurityGroupName" } };
  }
  const status = findGrant(group, item)?.status;
  return status === "authorized" || status === "authorizing"
    ? { kind: "alreadySo", why: `The status is ${status}`, answer: group }
    : { kind: "toDo" };
}

/** Whether a grant is there to be revoked. */
export function toRevoke(
  item: IngressItem,
  group: CacheSecurityGroup | undefined,
): Verdict<CacheSecurityGroup> {
  if (!group) {
    return { kind: "impossible", failure: { ...groupIsGone(item), field: "cacheSecurityGroupName" } };
  }
  const grant = findGrant(group, item);
  if (!grant) {
    return { kind: "alreadySo", why: "It is not let in", answer: group, missing: grantIsGone(item) };
  }
  return grant.status === "revoking"
    ? { kind: "alreadySo", why: "The status is revoking", answer: group }
    : { kind: "toDo" };
}

function grantIsGone(item: IngressItem): Failure {
  return {
    kind: "notFound",
    code: "AuthorizationNotFound",
    message: `${item.cacheSecurityGroupName} does not let in ${grantedWords(item)} (any more). Nothing was sent`,
  };
}
