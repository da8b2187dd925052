import type { Event, TreeItem } from "vscode";

/** The rows of a view, as VS Code asks for them. */
export interface ViewRows<Row> {
  readonly onDidChangeTreeData: Event<Row | undefined>;
  getChildren(row?: Row): Promise<Row[]>;
  getTreeItem(row: Row): TreeItem;
  getParent?(row: Row): Row | undefined;
  /** Called where a row has no tooltip yet, when somebody points at it. */
  resolveTreeItem?(item: TreeItem, row: Row): Promise<TreeItem>;
}
