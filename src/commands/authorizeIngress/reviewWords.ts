import { storedName } from "../../core/cacheSecurityGroups/items";
import { cacheNames } from "../steps/reviewFacts";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, authorizedIngress } from "./context";

/** The EC2 security group and whose it is, with the profiles that the account is known by. */
export function sourceWords(context: AuthorizeContext): string {
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: ownerId } = authorizedIngress(context);
  const { accounts } = context.services.state;
  const own = accounts.get(targetOf(context).profile)?.accountId;
  const profiles = accounts.all().get(ownerId) ?? [];
  const known = own === ownerId ? ["this account"] : profiles;
  return `${name} of account ${ownerId}${known.length > 0 ? ` (${known.join(", ")})` : ""}`;
}

/** The caches in the cache security group, as far as they are known. */
export function reachedThrough(context: AuthorizeContext): string {
  const { cacheSecurityGroupName } = authorizedIngress(context);
  const name = storedName(cacheSecurityGroupName);
  if (context.isNewGroup) {
    return `no cache yet: ${name} is new`;
  }
  const { value, failures } = context.services.state.caches.get(targetOf(context));
  const ids = (value ?? [])
    .filter(({ cacheSecurityGroups }) => cacheSecurityGroups.includes(name))
    .map(({ id }) => id);
  const isKnown = value !== undefined && failures.length === 0;
  if (ids.length > 0) {
    return cacheNames(ids, isKnown);
  }
  return isKnown ? `no cache: none is in ${name}` : `the caches in ${name}; which these are is not known`;
}
