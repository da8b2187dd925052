import type { Judged, Verdict } from "../../changes/change";
import type { GrantItem } from "../../changes/expiry/grantEnd";
import { toAuthorize } from "../../changes/grantVerdicts";
import { unlooked } from "../../changes/how";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type AuthorizeContext, authorizedIngress } from "./context";

/** Whether the grant is still to be made. What is not known to be there is: AWS itself says best what there is. */
export function reviewed(context: AuthorizeContext): Verdict<CacheSecurityGroup> {
  const item = authorizedIngress(context);
  const group = context.services.state.groups.find(item, item.cacheSecurityGroupName);
  const verdict = group && !context.isNewGroup ? toAuthorize(item, group) : undefined;
  return verdict?.kind === "alreadySo" ? verdict : { kind: "toDo", unlooked: true };
}

/**
 * AWS itself says best what is granted already. Only of what is to end somebody has to know how it was before: should the
 * answer be lost, a grant that may be somebody else's is not revoked then.
 */
export function plannedOf(
  { reviewed, expires }: AuthorizeContext,
  item: GrantItem,
  wasMade: boolean | undefined,
): readonly Judged<GrantItem, CacheSecurityGroup>[] | undefined {
  if (wasMade) {
    return expires ? [{ item, verdict: { kind: "toDo" } }] : unlooked([item]);
  }
  return expires ? undefined : reviewed ? [{ item, verdict: reviewed }] : unlooked([item]);
}
