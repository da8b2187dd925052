import type { Verdict } from "../../changes/change";
import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type IngressItem, storedName } from "../../core/cacheSecurityGroups/items";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { type IngressContext, ingressOf } from "../steps/ingress";
import { answered, targetOf } from "../steps/targetStep";

/** The answers of the flow, as far as it has come. */
export interface AuthorizeContext extends IngressContext {
  readonly given: IngressContext["given"] & { readonly newGroupName?: string; readonly description?: string };
  /** Whether the group is to be made first, with the name and the description that follow. */
  isNewGroup?: boolean;
  expires?: GivenEnd;
  /** Whether the account has none of these groups, and its VPC groups are to be worked on instead. */
  isVpc?: boolean;
  newGroupName?: string;
  description?: string;
  /** The owner that belongs to the EC2 security group picked from a list. */
  suggestedOwner?: string | undefined;
  /** What the review said of it. */
  reviewed?: Verdict<CacheSecurityGroup>;
}

/** The three strings, once every step was answered, be it into a group that is to be made first. */
export function authorizedIngress(context: AuthorizeContext): IngressItem {
  return context.isNewGroup
    ? ingressOf({
        ...context,
        cacheSecurityGroupName: storedName(answered(context.newGroupName, "new group")),
      })
    : ingressOf(context);
}

/** The groups of the flow's target, as far as they are known. */
export function knownGroups(context: AuthorizeContext): readonly CacheSecurityGroup[] {
  return context.services.state.groups.get(targetOf(context)).value ?? [];
}
