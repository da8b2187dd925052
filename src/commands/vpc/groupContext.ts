import type { Cache, CacheName } from "../../core/caches/cache";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import type { VpcSecurityGroup } from "../../core/rules/vpcSecurityGroup";
import type { GivenVpc } from "../../store/given/vpcFields";
import { answered, knownTarget, type TargetContext } from "../steps/targetStep";

/** A flow about one VPC security group, reached from a cache, from its own row, or by name. */
export interface VpcGroupContext extends TargetContext {
  readonly given: GivenVpc;
  /** The cache that the flow began at, or that was chosen. */
  cache?: CacheName;
  securityGroupId?: string;
}

/** The group, once the step was answered or was not needed. */
export function groupIdOf({ securityGroupId }: VpcGroupContext): string {
  return answered(securityGroupId, "security group");
}

/** The cache that the flow is about, if it is about one, as last read. */
export function cacheOf(context: VpcGroupContext): Cache | undefined {
  const target = knownTarget(context);
  return target && context.cache && context.services.state.caches.find(target, context.cache);
}

/** The caches that have the group, as last read: none before both the target and the group are known. */
export function sharingCaches(context: VpcGroupContext): readonly Cache[] {
  const { securityGroupId, services } = context;
  const target = knownTarget(context);
  return target === undefined || securityGroupId === undefined
    ? []
    : cachesOfGroup(services.state.caches.get(target).value ?? [], securityGroupId);
}

export function knownGroup(context: VpcGroupContext): VpcSecurityGroup | undefined {
  const { securityGroupId, services } = context;
  const target = knownTarget(context);
  return target === undefined || securityGroupId === undefined
    ? undefined
    : services.state.vpc.group(target, securityGroupId);
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
