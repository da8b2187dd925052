import { joined } from "../core/joined";
import { icons } from "./icons";
import type { RowItem } from "./row";

/** A row's item while something of it is being sent. */
export function sendingItem(item: RowItem): RowItem {
  const { inView, description } = item;
  return {
    ...item,
    icon: icons.underWay,
    description: joined("sending…", description),
    ...(inView && { inView: { ...inView, description: joined("sending…", inView.description) } }),
    accessibilityLabel: `${item.accessibilityLabel}, sending`,
  };
}
