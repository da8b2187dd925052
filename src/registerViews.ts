import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type TreeViewOptions,
  window,
} from "vscode";
import type { ViewRows } from "./tree/viewRows";

/** A view as start-up knows it: by its id. Its rows are loaded when VS Code first asks for them. */
export class LazyView<Row> implements TreeDataProvider<Row>, Disposable {
  readonly #load: () => Promise<ViewRows<Row>>;
  readonly #changed = new EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: TreeView<Row>;
  #loading: Promise<ViewRows<Row>> | undefined;
  #loaded: ViewRows<Row> | undefined;

  constructor(
    id: string,
    options: Omit<TreeViewOptions<Row>, "treeDataProvider">,
    load: () => Promise<ViewRows<Row>>,
  ) {
    this.#load = load;
    this.view = window.createTreeView(id, { ...options, treeDataProvider: this });
  }

  async getChildren(row?: Row): Promise<Row[]> {
    return (await this.#rows()).getChildren(row);
  }

  /** At once where they are loaded: VS Code draws thousands in one go. */
  getTreeItem(row: Row): TreeItem | Promise<TreeItem> {
    return this.#loaded?.getTreeItem(row) ?? this.#rows().then((rows) => rows.getTreeItem(row));
  }

  async getParent(row: Row): Promise<Row | undefined> {
    return (await this.#rows()).getParent?.(row);
  }

  async resolveTreeItem(item: TreeItem, row: Row): Promise<TreeItem> {
    return (await this.#rows()).resolveTreeItem?.(item, row) ?? item;
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }

  #rows(): Promise<ViewRows<Row>> {
    this.#loading ??= this.#load().then((rows) => {
      rows.onDidChangeTreeData((row) => this.#changed.fire(row));
      this.#loaded = rows;
      return rows;
    });
    return this.#loading;
  }
}
