import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import type { Target } from "../../core/target";
import type { GroupContext } from "./groupStep";
import { answered, targetOf } from "./targetStep";

/** A flow about an ingress of the first generation. */
export interface IngressContext extends GroupContext {
  readonly given: Partial<Target & Ingress>;
  ec2SecurityGroupName?: string;
  ec2SecurityGroupOwnerId?: string;
}

/** The three strings, once every step was answered. */
export function ingressOf(context: IngressContext): IngressItem {
  return {
    ...targetOf(context),
    cacheSecurityGroupName: answered(context.cacheSecurityGroupName, "cache security group"),
    ec2SecurityGroupName: answered(context.ec2SecurityGroupName, "EC2 security group"),
    ec2SecurityGroupOwnerId: answered(context.ec2SecurityGroupOwnerId, "owner"),
  };
}
