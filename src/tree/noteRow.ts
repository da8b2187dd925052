import { escapeMarkdown } from "../core/formats/escapeMarkdown";
import { icons } from "./icons";
import { type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { RowParams } from "./rowParams";

/** Something to know about the row above. There is nothing to do with it. */
export class NoteRow implements Row {
  readonly kind = "note";
  readonly id: string;
  readonly parent: Row | undefined;
  readonly params: RowParams;
  readonly #label: string;
  readonly #description: string;
  readonly #icon: RowIcon;

  constructor(
    parent: Row | undefined,
    name: string,
    label: string,
    description: string,
    icon: RowIcon = icons.note,
  ) {
    this.parent = parent;
    this.id = rowId(this.kind, parent?.id ?? "", name);
    this.params = parent?.params ?? {};
    this.#label = label;
    this.#description = description;
    this.#icon = icon;
  }

  item(): RowItem {
    return {
      label: this.#label,
      description: this.#description,
      contextValue: this.kind,
      icon: this.#icon,
      tooltip: escapeMarkdown([this.#label, this.#description].filter(Boolean).join(": ")),
      accessibilityLabel: [this.#label, this.#description].filter(Boolean).join(", "),
      open: "leaf",
    };
  }
}
