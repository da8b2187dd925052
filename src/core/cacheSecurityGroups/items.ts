import { type Target, targetKey } from "../target";
import type { Ingress } from "./ingress";

/** A cache security group, in its target. */
export type GroupItem = Target & Pick<Ingress, "cacheSecurityGroupName">;

/** An ingress, in its target. */
export type IngressItem = Target & Ingress;

/** The name as the API stores it, and finds it by: in lower case. */
export function storedName(name: string): string {
  return name.toLowerCase();
}

/** Equal for the same cache security group. */
export function groupKey(item: GroupItem): string {
  return `${targetKey(item)}\n${storedName(item.cacheSecurityGroupName)}`;
}
