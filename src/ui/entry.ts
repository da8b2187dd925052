import { type QuickPickItem, QuickPickItemKind, ThemeIcon } from "vscode";
import { withoutIcons } from "./plainText";
import { isListed } from "./sharedIcon";
import type { PickEntry, PickItem } from "./ui";

/** An entry as VS Code has it, with what it stands for. */
export interface Entry<T> extends QuickPickItem {
  readonly of?: PickItem<T>;
}

interface Shown {
  /** Whatever is typed. */
  readonly always?: boolean;
  /** See `sharedIcon`. */
  readonly without?: string | undefined;
}

/** An entry in VS Code's terms. */
export function toEntry<T>(entry: PickEntry<T>, { always = false, without }: Shown = {}): Entry<T> {
  if ("separator" in entry) {
    return { label: entry.separator, kind: QuickPickItemKind.Separator };
  }
  const shown = {
    label: withoutIcons(entry.label),
    // Not in the label: a screen reader would read the icon's name.
    ...(entry.icon === undefined || (entry.icon === without && isListed(entry))
      ? {}
      : { iconPath: new ThemeIcon(entry.icon) }),
    ...(entry.detail === undefined ? {} : { detail: withoutIcons(entry.detail) }),
  };
  if ("note" in entry) {
    return { ...shown, alwaysShow: true };
  }
  return {
    ...shown,
    ...(entry.description === undefined ? {} : { description: withoutIcons(entry.description) }),
    alwaysShow: always || entry.always === true,
    of: entry,
  };
}
