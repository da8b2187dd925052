import type { Verdict } from "../../changes/change";
import { toAuthorize } from "../../changes/grants";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type AuthorizeContext, authorizedIngress } from "./context";

/** Whether the grant is still to be made. What is not known to be there is: AWS itself says best what there is. */
export function reviewed(context: AuthorizeContext): Verdict<CacheSecurityGroup> {
  const item = authorizedIngress(context);
  const group = context.services.state.groups.find(item, item.cacheSecurityGroupName);
  const verdict = group && !context.isNewGroup ? toAuthorize(item, group) : undefined;
  return verdict?.kind === "alreadySo" ? verdict : { kind: "toDo", unlooked: true };
}
