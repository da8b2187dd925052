import { Disposable, EventEmitter, type TreeItem, type TreeView, window } from "vscode";
import type { HistoryRow } from "./historyRow";
import { shownItem } from "./shownItem";
import { treeItem } from "./treeItem";
import type { ViewRows } from "./viewRows";

/** What reads the history: the commands' bundle, loaded when somebody looks. */
export interface HistoryReader {
  /** The rows from a change on, counted from the newest; from the newest on, the journal is read again. */
  historyRows(from: number): Promise<readonly HistoryRow[]>;
  /** Called when this window has written to the journal. */
  onHistoryWritten(heard: () => void): void;
}

// What comes in one go is drawn in one go. Milliseconds.
const gather = 200;
// The rows say how long ago, in minutes.
const minute = 60_000;

/** The rows of the view "History": what was changed from this machine, read while somebody looks at it. */
export class HistoryTree implements ViewRows<HistoryRow>, Disposable {
  readonly #load: () => Promise<HistoryReader>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<HistoryRow>;
  readonly #disposables: Disposable;
  #reader: Promise<HistoryReader> | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #isBehind = false;

  constructor(view: TreeView<HistoryRow>, load: () => Promise<HistoryReader>) {
    this.#load = load;
    this.#view = view;
    const everyMinute = setInterval(() => this.#tell(), minute).unref();
    this.#disposables = Disposable.from(
      this.#changed,
      view.onDidChangeVisibility(({ visible }) => visible && this.#isBehind && this.#tell()),
      // Another window may have changed something meanwhile.
      window.onDidChangeWindowState(({ focused }) => focused && this.#tell()),
      { dispose: () => clearInterval(everyMinute) },
    );
  }

  getTreeItem(row: HistoryRow): TreeItem {
    return treeItem({ id: row.key }, shownItem(row.drawn));
  }

  async getChildren(row?: HistoryRow): Promise<HistoryRow[]> {
    this.#isBehind = false;
    this.#reader ??= this.#begin();
    return [...(await (await this.#reader).historyRows(row?.from ?? 0))];
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#disposables.dispose();
  }

  async #begin(): Promise<HistoryReader> {
    const reader = await this.#load();
    reader.onHistoryWritten(() => this.#tell());
    return reader;
  }

  /** Draws the rows anew, or when somebody looks again. */
  #tell(): void {
    if (!this.#view.visible) {
      this.#isBehind = true;
      return;
    }
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      this.#changed.fire(undefined);
    }, gather);
  }
}
