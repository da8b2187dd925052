import { type ShownText, shownText } from "../core/shownText";
import type { RowItem } from "./row";

/** A row's item as it may be shown: the only kind that becomes an item of VS Code's, or another extension's row. */
export interface ShownItem extends Omit<RowItem, "label" | "description" | "accessibilityLabel"> {
  readonly label: ShownText;
  readonly description: ShownText;
  readonly accessibilityLabel: ShownText;
}

/** The tooltip's texts are made so where they become Markdown: it has line breaks of its own. */
export function shownItem(item: RowItem): ShownItem {
  return {
    ...item,
    label: shownText(item.label),
    description: shownText(item.description),
    accessibilityLabel: shownText(item.accessibilityLabel),
  };
}
