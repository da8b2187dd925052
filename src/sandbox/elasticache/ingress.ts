import { invalidValue } from "../apiError";
import type { Call } from "../service";
import type { StoredGroup } from "./cacheSecurityGroups";

/** What Authorize and Revoke name. */
export interface Ingress {
  readonly group: StoredGroup;
  readonly ec2Group: string;
  readonly ownerId: string;
}

/**
 * Reads the three required parameters. All are checked before the group is looked up, as a service does that
 * validates its input first.
 */
export function readIngress({ params, state }: Call): Ingress {
  const name = params.required("CacheSecurityGroupName");
  const ec2Group = params.required("EC2SecurityGroupName");
  const owner = params.required("EC2SecurityGroupOwnerId");
  // The API reference's own sample request writes 1234-5678-1234.
  const ownerId = owner.replace(/-/g, "");
  if (!/^\d{12}$/.test(ownerId)) {
    throw invalidValue(`Invalid EC2SecurityGroupOwnerId: ${owner} is not a 12-digit account number.`);
  }
  return { group: state.cacheSecurityGroups.find(name), ec2Group, ownerId };
}
