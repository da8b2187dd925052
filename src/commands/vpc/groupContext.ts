import type { Cache, CacheName } from "../../core/caches/cache";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import { type TargetContext, targetOf } from "../steps/targetStep";
import type { GivenVpc } from "./fields";

/** A flow about one VPC security group, reached from a cache, from its own row, or by name. */
export interface VpcGroupContext extends TargetContext {
  readonly given: GivenVpc;
  /** The cache that the flow began at, or that was chosen. */
  cache?: CacheName;
  securityGroupId?: string;
}

/** The group, once the step was answered or was not needed. */
export function groupIdOf({ securityGroupId }: VpcGroupContext): string {
  if (securityGroupId === undefined) {
    throw new Error("The security group is not known yet");
  }
  return securityGroupId;
}

/** The cache that the flow is about, if it is about one, as last read. */
export function cacheOf(context: VpcGroupContext): Cache | undefined {
  return context.cache && context.services.state.caches.find(targetOf(context), context.cache);
}

/** The caches that have the group, as last read. */
export function sharingCaches(context: VpcGroupContext): readonly Cache[] {
  const caches = context.services.state.caches.get(targetOf(context)).value ?? [];
  return context.securityGroupId === undefined ? [] : cachesOfGroup(caches, context.securityGroupId);
}

export function knownGroup(context: VpcGroupContext): VpcSecurityGroup | undefined {
  return context.securityGroupId === undefined
    ? undefined
    : context.services.state.vpc.group(targetOf(context), context.securityGroupId);
}

/** The group's name; its id where the name is not known. */
export function groupName(context: VpcGroupContext): string {
  return knownGroup(context)?.name ?? groupIdOf(context);
}

/** `sessions-cache (sg-0a1b…)`, or the id alone where the name is not known. */
export function groupWords(context: VpcGroupContext): string {
  const id = groupIdOf(context);
  const name = knownGroup(context)?.name;
  return name === undefined ? id : `${name} (${id})`;
}
