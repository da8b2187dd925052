import { type CacheSecurityGroup, letsInWords } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { PickItem } from "../../ui/ui";

/** A cache security group in a list to pick from. */
export function groupEntry<T>({ name, description, grants }: CacheSecurityGroup, value: T): PickItem<T> {
  return {
    key: entryKey("group", name),
    label: name,
    description: `${description} · ${letsInWords({ grants })}`,
    icon: "shield",
    value,
  };
}
