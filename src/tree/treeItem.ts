import * as vscode from "vscode";
import { openUri } from "./openDecorations";
import type { RowItem } from "./row";
import type { ShownItem } from "./shownItem";

const openStates = {
  leaf: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const satisfies Record<RowItem["open"], vscode.TreeItemCollapsibleState>;

/** The row in VS Code's terms. */
export function treeItem(row: { readonly id: string }, drawn: ShownItem): vscode.TreeItem {
  const { label, description, contextValue, icon, tooltip, accessibilityLabel, open, command } = drawn;
  const item = new vscode.TreeItem(label, openStates[open]);
  item.id = row.id;
  item.description = description;
  item.contextValue = contextValue;
  item.iconPath = new vscode.ThemeIcon(icon.id, icon.color ? new vscode.ThemeColor(icon.color) : undefined);
  if (tooltip !== undefined) {
    item.tooltip = new vscode.MarkdownString(tooltip);
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
