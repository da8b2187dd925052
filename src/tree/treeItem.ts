import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { openUri } from "./openDecorations";
import type { RowItem } from "./row";
import type { ShownItem } from "./shownItem";

const openStates = {
  leaf: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const satisfies Record<RowItem["open"], TreeItemCollapsibleState>;

/** The row in VS Code's terms. */
export function treeItem(row: { readonly id: string }, drawn: ShownItem): TreeItem {
  const { label, description } = drawn.inView;
  const { contextValue, icon, tooltip, accessibilityLabel, open, command } = drawn;
  const item = new TreeItem(label, openStates[open]);
  item.id = row.id;
  item.description = description;
  item.contextValue = contextValue;
  item.iconPath = new ThemeIcon(icon.id, icon.color ? new ThemeColor(icon.color) : undefined);
  if (tooltip !== undefined) {
    item.tooltip = new MarkdownString(tooltip);
  }
  if (drawn.openCaches) {
    item.resourceUri = openUri(drawn.openCaches);
  }
  item.accessibilityInformation = { label: accessibilityLabel };
  if (command) {
    item.command = { command: `elasticacheAccess.${command}`, title: label, arguments: [row] };
  }
  return item;
}
