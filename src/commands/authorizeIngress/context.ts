import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { storedName } from "../../core/cacheSecurityGroups/items";
import type { Target } from "../../core/target";
import { type TargetContext, targetOf } from "../steps/targetStep";

/** What the caller gave beforehand; what is given is not asked for. */
export type GivenIngress = Partial<Target & Ingress>;

/** The answers of the flow, as far as it has come. */
export interface AuthorizeContext extends TargetContext {
  readonly given: GivenIngress;
  cacheSecurityGroupName?: string;
  /** Set when the group is to be made first. */
  newGroup?: { name: string; description: string };
  ec2SecurityGroupName?: string;
  /** The owner that belongs to the EC2 security group picked from a list. */
  suggestedOwner?: string;
  ec2SecurityGroupOwnerId?: string;
}

/** The three strings, once every step was answered. */
export function ingressOf(context: AuthorizeContext): Ingress {
  const cacheSecurityGroupName =
    (context.newGroup && storedName(context.newGroup.name)) ?? context.cacheSecurityGroupName;
  const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } = context;
  if (
    cacheSecurityGroupName === undefined ||
    ec2SecurityGroupName === undefined ||
    ec2SecurityGroupOwnerId === undefined
  ) {
    throw new Error("The ingress is not known yet");
  }
  return { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
}

/** The groups of the flow's target, as far as they are known. */
export function knownGroups(context: AuthorizeContext): readonly CacheSecurityGroup[] {
  return context.services.state.groups.get(targetOf(context)).value ?? [];
}
