import { icons } from "./icons";
import type { RowItem } from "./row";

/** A row's item while something of it is being sent. */
export function sendingItem(item: RowItem): RowItem {
  return {
    ...item,
    icon: icons.underWay,
    description: item.description === "" ? "sending…" : `sending… · ${item.description}`,
    accessibilityLabel: `${item.accessibilityLabel}, sending`,
  };
}
