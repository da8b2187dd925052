import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { type GroupItem, storedName } from "../core/cacheSecurityGroups/items";
import { invalidParameter } from "../core/failures/invalidParameter";

/** A cache security group to be deleted, and what it was read as: whom it lets in goes with it. */
export interface DeletedGroupItem extends GroupItem {
  readonly read?: Pick<CacheSecurityGroup, "description" | "grants">;
}

/** AWS makes it with the region and never lets it go. */
export function isDefault({ cacheSecurityGroupName }: GroupItem): boolean {
  return storedName(cacheSecurityGroupName) === "default";
}

export const defaultStays = invalidParameter(
  "cacheSecurityGroupName",
  "Each region keeps its group named default",
);
