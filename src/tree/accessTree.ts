import { setTimeout } from "node:timers/promises";
import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  type TreeItem,
  type TreeView,
  window,
} from "vscode";
import type { Target } from "../core/target";
import { hidesAllProfiles, type State } from "../store/state";
import { AroundRows } from "./aroundRows";
import { distinctRows } from "./distinctRows";
import type { Findable } from "./findable";
import { locateCaches, locateRow, regionRowOf } from "./locate";
import { OpenRows } from "./openRows";
import type { Memory } from "./openTargets";
import { readRows, type TreeRow } from "./readTree";
import { rootRows } from "./roots";
import { type Row, rowsBelow } from "./row";
import { rowBeside } from "./rowBeside";
import { sendingItem } from "./sendingItem";
import { shownItem } from "./shownItem";
import { ShownRows } from "./shownRows";
import { Standing } from "./standing";
import { tellChanges } from "./tellChanges";
import { TreeChanges } from "./treeChanges";
import { treeItem } from "./treeItem";
import type { ViewRows } from "./viewRows";

/** The rows of the view "Access", as VS Code asks for them, and which of them changed. */
export class AccessTree implements ViewRows<Row>, Disposable {
  readonly #state: State;
  readonly #changed = new EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #changes = new TreeChanges((row) => this.#changed.fire(row), Date.now);
  readonly #shown = new ShownRows();
  readonly #standing: Standing;
  readonly #view: TreeView<Row>;
  readonly #stopListening: () => void;
  readonly #isShown: () => void;
  readonly #onDemand: () => Promise<typeof import("./onDemand")>;

  readonly #around: AroundRows;
  readonly #open: OpenRows;
  /** What a row says of its end changes by itself. */
  readonly #minute = setInterval(() => {
    if (this.#view.visible) {
      this.#tell((row) => row.item().contextValue.includes(".expire"));
    }
  }, 60_000).unref();
  /** Which rows are shown as being sent. */
  readonly #sending = new Set<(row: Row) => boolean>();
  #onlyOpen = false;

  /** `isShown`: called whenever VS Code fetches the rows, which it does for a view that is open alone. */
  constructor(
    state: State,
    view: TreeView<Row>,
    memory: Memory,
    isShown: () => void,
    onDemand: () => Promise<typeof import("./onDemand")>,
  ) {
    this.#onDemand = onDemand;
    this.#state = { ...state, onlyOpen: () => this.#onlyOpen };
    this.#isShown = isShown;
    this.#standing = new Standing(() => rootRows(this.#state));
    this.#stopListening = tellChanges(this.#state, this.#shown, (row) => this.#changes.tell(row));
    this.#view = view;
    this.#open = new OpenRows(this.#state, memory);
    view.onDidExpandElement(({ element }) => this.#open.turned(element, true));
    view.onDidCollapseElement(({ element }) => this.#open.turned(element, false));
    this.#around = new AroundRows(this.#state, view);
    this.#around.refresh();
  }

  getTreeItem(row: Row): TreeItem {
    const item = [...this.#sending].some((isMeant) => isMeant(row)) ? sendingItem(row.item()) : row.item();
    this.#shown.draw(row, row.item());
    return treeItem(row, shownItem(item));
  }

  async resolveTreeItem(item: TreeItem, row: Row): Promise<TreeItem> {
    const tooltip = item.tooltip ? undefined : (await this.#onDemand()).tooltipOf(this.#state, row);
    if (tooltip) {
      item.tooltip = new MarkdownString(tooltip);
    }
    return item;
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
    if (row?.kind === "region") {
      // Also the one region of a profile, which opens by itself.
      this.#open.turned(row, true);
    }
    this.#open.offer();
    return [...children];
  }

  /** The rows as other extensions and tests read them. Always resolves. */
  async read(options: { readonly expand?: boolean } = {}): Promise<readonly TreeRow[]> {
    return readRows(await this.#roots(), options.expand === true);
  }

  /** What can be found in what is loaded. */
  async findable(): Promise<readonly Findable[]> {
    return (await this.#onDemand()).findableRows(this.#state, await this.#roots());
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
  async reveal(id: string, { open = false }: { readonly open?: boolean } = {}): Promise<void> {
    await this.#revealUntil(
      () => !open || !this.#view.visible || this.#open.has(id),
      () => (this.#view.visible ? this.#shown.get(id) : undefined),
      { select: false, focus: false, expand: open },
    );
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
    await commands.executeCommand("elasticacheAccess.access.focus");
    await this.#roots();
    await this.#revealUntil(
      () => this.#view.selection.some((row) => row.id === id),
      () => this.find(id),
      { select: true, focus: true, expand: false },
    );
  }

  /** The rows that are selected, in the order of their selection. */
  selection(): readonly Row[] {
    return this.#view.selection;
  }

  /** Puts the keyboard's focus on a row, as soon as the view shows it and as long as that is wanted. */
  async focusOn(id: string, isWanted: () => boolean): Promise<void> {
    await this.#revealUntil(
      () => !isWanted() || this.#view.selection.some((row) => row.id === id),
      () => (isWanted() && this.#view.visible ? this.#shown.get(id) : undefined),
      { select: true, focus: true, expand: false },
      20,
    );
  }

  /** Puts the keyboard's focus beside rows that are about to go: on the next one, the one before, or their parent. */
  async focusBeside(
    going: readonly Row[],
    siblings: readonly Row[] = going.at(-1)?.parent?.children?.() ?? [],
  ): Promise<void> {
    const row = rowBeside(going, siblings);
    const shown = row && this.#shown.get(row.id);
    if (shown && this.#view.visible) {
      await this.#view.reveal(shown, { select: true, focus: true });
    }
  }

  /** Leaves those caches that are open or public, or shows all again. */
  showOnlyOpen(only: boolean): void {
    this.#onlyOpen = only;
    void commands.executeCommand("setContext", "elasticacheAccess.onlyOpen", only);
    this.redraw();
  }

  /** Opens what was open in the last window, as far as the tree shows it. The first has the focus then. */
  async reopen(): Promise<readonly Target[]> {
    await commands.executeCommand("elasticacheAccess.access.focus");
    await this.#roots();
    const targets = this.#open.left();
    // The last first, so that the view ends at the top.
    for (const [at, target] of [...targets.entries()].reverse()) {
      const row = regionRowOf(this.#state, target);
      await this.#view.reveal(row, { select: at === 0, focus: at === 0, expand: true });
    }
    return targets;
  }

  /** Shows on rows that something of them is being sent, until the work is over. */
  async whileSending<T>(isMeant: (row: Row) => boolean, work: () => Promise<T>): Promise<T> {
    this.#sending.add(isMeant);
    this.#tell(isMeant);
    try {
      return await work();
    } finally {
      this.#sending.delete(isMeant);
      this.#tell(isMeant);
    }
  }

  /** Draws some rows anew, as far as VS Code has them. */
  #tell(areMeant: (row: Row) => boolean): void {
    for (const row of this.#shown.those(areMeant)) {
      this.#changes.tell(row);
    }
  }

  /** Shows that something is under way, at the top of the view. */
  async whileBusy<T>(work: Promise<T>): Promise<T> {
    return window.withProgress({ location: { viewId: "elasticacheAccess.access" } }, () => work);
  }

  dispose(): void {
    clearInterval(this.#minute);
    this.#stopListening();
    this.#around.dispose();
    this.#changed.dispose();
  }

  /**
   * While VS Code takes up a change above a row it has none of it, and reveals nothing: that is tried again, each
   * quarter of a second.
   */
  async #revealUntil(
    isDone: () => boolean,
    find: () => Row | undefined,
    options: { readonly select: boolean; readonly focus: boolean; readonly expand: boolean },
    quarters = 4,
  ): Promise<void> {
    for (let left = quarters; left > 0; left--) {
      const row = find();
      await (row && this.#view.reveal(row, options));
      await (isDone() || setTimeout(250));
      if (isDone()) {
        return;
      }
    }
  }

  async #roots(): Promise<readonly Row[]> {
    await this.#state.profiles.config();
    // What an empty view says hangs on it: that nothing was found, or that nothing is shown.
    const isHidden = hidesAllProfiles(this.#state);
    void commands.executeCommand("setContext", "elasticacheAccess.allHidden", isHidden);
    this.#around.refresh();
    return rootRows(this.#state);
  }

  /** The rows below, waited for a little while there are none to show; they come with a change otherwise. */
  async #below(row: Row, patience: number): Promise<readonly Row[]> {
    const loading = row.load?.();
    if (row.children?.() === undefined && patience > 0) {
      await Promise.race([loading, setTimeout(patience)]);
    }
    return rowsBelow(row);
  }
}
