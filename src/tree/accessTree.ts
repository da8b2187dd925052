import { setTimeout } from "node:timers/promises";
import * as vscode from "vscode";
import type { Target } from "../core/target";
import { hidesAllProfiles, type State } from "../store/state";
import { AroundRows } from "./aroundRows";
import { distinctRows } from "./distinctRows";
import { type Findable, findableRows } from "./findable";
import { locateCaches, locateRow } from "./locate";
import { readRows, type TreeRow } from "./readTree";
import { rootRows } from "./roots";
import type { Row } from "./row";
import { rowBeside } from "./rowBeside";
import { shownItem } from "./shownItem";
import { ShownRows } from "./shownRows";
import { Standing } from "./standing";
import { tellChanges } from "./tellChanges";
import { TreeChanges } from "./treeChanges";
import { treeItem } from "./treeItem";

/** The view "Access": hands the rows to VS Code and tells it which of them changed. */
export class AccessTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #state: State;
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #changes = new TreeChanges((row) => this.#changed.fire(row), Date.now);
  readonly #shown = new ShownRows();
  readonly #standing: Standing;
  readonly #view: vscode.TreeView<Row>;
  readonly #stopListening: () => void;
  readonly #isShown: () => void;

  readonly #around: AroundRows;
  #onlyOpen = false;

  /** `isShown`: called whenever VS Code fetches the rows, which it does for a view that is open alone. */
  constructor(state: State, isShown: () => void) {
    this.#state = { ...state, onlyOpen: () => this.#onlyOpen };
    this.#isShown = isShown;
    this.#standing = new Standing(() => rootRows(this.#state));
    this.#stopListening = tellChanges(this.#state, this.#shown, (row) => this.#changes.tell(row));
    this.#view = vscode.window.createTreeView("elasticacheAccess.access", {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#around = new AroundRows(this.#state, this.#view);
    this.#around.refresh();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = row.item();
    this.#shown.draw(row, item);
    return treeItem(row, shownItem(item));
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    this.#isShown();
    const children = distinctRows(
      await this.#changes.whileFetching(row, (patience) =>
        row ? this.#below(row, patience) : this.#roots(),
      ),
    );
    this.#shown.take(row, children);
    return [...children];
  }

  /** The rows as other extensions and tests read them. Always resolves. */
  async read(options: { readonly expand?: boolean } = {}): Promise<readonly TreeRow[]> {
    return readRows(await this.#roots(), options.expand === true);
  }

  /** What can be found in what is loaded. */
  async findable(): Promise<readonly Findable[]> {
    return findableRows(this.#state, await this.#roots());
  }

  /** Draws everything anew: a setting that rows show has changed. */
  redraw(): void {
    this.#around.refresh();
    this.#changes.tell(undefined);
  }

  /** The row with this id, among what is loaded: as VS Code knows it, where the view was ever open. */
  find(id: string): Row | undefined {
    const shown = this.#shown.get(id);
    // What VS Code shows it has yet to fetch anew, or does not while the view is hidden.
    return shown && this.#standing.has(shown) ? shown : locateRow(rootRows(this.#state), id);
  }

  /** Opens the way to a row, if the view is open at all: nobody is taken away from what they are doing. */
  async reveal(id: string, options: { readonly open?: boolean } = {}): Promise<void> {
    const row = this.#shown.get(id);
    if (row && this.#view.visible) {
      await this.#view.reveal(row, { select: false, focus: false, expand: options.open === true });
    }
  }

  /** Opens the view, and in it the caches of a target. False where the tree does not show the target. */
  async showCaches(target: Target): Promise<boolean> {
    const row = locateCaches(this.#state, target);
    if (row) {
      await this.#view.reveal(row, { select: true, focus: true, expand: true });
    }
    return row !== undefined;
  }

  /** Opens the view, and the way to a row in it, and selects the row. */
  async show(id: string): Promise<void> {
    await vscode.commands.executeCommand("elasticacheAccess.access.focus");
    await this.#roots();
    const row = this.find(id);
    if (row) {
      await this.#view.reveal(row, { select: true, focus: true, expand: false });
    }
  }

  /** The rows that are selected, in the order of their selection. */
  selection(): readonly Row[] {
    return this.#view.selection;
  }

  /** Puts the keyboard's focus beside rows that are about to go: on the next one, the one before, or their parent. */
  async focusBeside(going: readonly Row[]): Promise<void> {
    const row = rowBeside(going, going.at(-1)?.parent?.children?.() ?? []);
    const shown = row && this.#shown.get(row.id);
    if (shown && this.#view.visible) {
      await this.#view.reveal(shown, { select: true, focus: true });
    }
  }

  /** Leaves those caches that are open or public, or shows all again. */
  showOnlyOpen(only: boolean): void {
    this.#onlyOpen = only;
    void vscode.commands.executeCommand("setContext", "elasticacheAccess.onlyOpen", only);
    this.redraw();
  }

  /** Shows that something is under way, at the top of the view. */
  async whileBusy<T>(work: Promise<T>): Promise<T> {
    return vscode.window.withProgress({ location: { viewId: "elasticacheAccess.access" } }, () => work);
  }

  dispose(): void {
    this.#stopListening();
    this.#around.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  async #roots(): Promise<readonly Row[]> {
    await this.#state.profiles.config();
    // What an empty view says hangs on it: that nothing was found, or that nothing is shown.
    const isHidden = hidesAllProfiles(this.#state);
    void vscode.commands.executeCommand("setContext", "elasticacheAccess.allHidden", isHidden);
    this.#around.refresh();
    return rootRows(this.#state);
  }

  /** The rows below, waited for a little while there are none to show; they come with a change otherwise. */
  async #below(row: Row, patience: number): Promise<readonly Row[]> {
    const loading = row.load?.();
    if (row.children?.() === undefined && patience > 0) {
      await Promise.race([loading, setTimeout(patience)]);
    }
    return row.children?.() ?? row.whileLoading?.() ?? [];
  }
}
