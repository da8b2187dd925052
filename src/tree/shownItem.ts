import { type ShownText, shownText } from "../core/shownText";
import type { RowItem } from "./row";

interface ShownWords {
  readonly label: ShownText;
  readonly description: ShownText;
}

/** A row's item as it may be shown: the only kind that becomes an item of VS Code's, or another extension's row. */
export interface ShownItem
  extends Omit<RowItem, "label" | "description" | "inView" | "accessibilityLabel">,
    ShownWords {
  /** As the view has it. */
  readonly inView: ShownWords;
  readonly accessibilityLabel: ShownText;
}

/** The tooltip's texts are made so where they become Markdown: it has line breaks of its own. */
export function shownItem(item: RowItem): ShownItem {
  const words = shownWords(item);
  return {
    ...item,
    ...words,
    inView: item.inView ? shownWords(item.inView) : words,
    accessibilityLabel: shownText(item.accessibilityLabel),
  };
}

function shownWords({ label, description }: Pick<RowItem, "label" | "description">): ShownWords {
  return { label: shownText(label), description: shownText(description) };
}
