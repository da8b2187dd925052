import type { Locator, Page } from "playwright-core";
import { ContextMenu } from "./contextMenu";
import { eventually, oneTry } from "./eventually";
import { aimed } from "./inPage";
import { type Expected, matches } from "./matches";
import { type Press, press, pressButton, soon } from "./press";
import { aimAtRow, findRow, type Row, readRows } from "./rows";

/**
 * The view's rows. They are named by their path, label by label: `"sandbox-classic", "us-west-2"`. Only rows on
 * the screen are seen, about forty.
 */
export class Tree {
  readonly #page: Page;
  readonly #tree: Locator;
  readonly #name: "Access" | "History";

  /** `name`: of the view, of which the container has two. */
  constructor(page: Page, name: "Access" | "History" = "Access") {
    this.#page = page;
    this.#name = name;
    this.#tree = page.getByRole("tree", { name, exact: true });
  }

  /** Brings the view to the front, from the activity bar. */
  async open(): Promise<void> {
    const tab = this.#page.getByRole("tab", { name: /^ElastiCache/ });
    await eventually(async () => {
      if ((await tab.getAttribute("aria-selected")) !== "true") {
        await tab.click(soon);
      }
      await this.#tree.or(this.welcome()).first().waitFor();
      return true;
    });
  }

  /** Opens the view below the other one, where it is closed. */
  async unfold(): Promise<void> {
    const head = this.#page.locator(".pane-header").filter({ hasText: this.#name });
    if ((await head.getAttribute("aria-expanded")) === "false") {
      await head.click();
    }
  }

  /** What the view shows in place of rows. */
  welcome(): Locator {
    return this.#page.locator(".welcome-view-content");
  }

  /** The rows on the screen, from top to bottom. */
  rows(): Promise<Row[]> {
    return readRows(this.#tree);
  }

  /** The rows as text: indented by level, the label, the description after two spaces. */
  async outline(): Promise<string> {
    return (await this.rows())
      .map((row) => `${"  ".repeat(row.level - 1)}${row.label}  ${row.description}`.trimEnd())
      .join("\n");
  }

  /** Waits for a row. */
  waitFor(path: readonly string[], expected: Expected<Row> = {}, milliseconds?: number): Promise<Row> {
    return eventually(
      async () => {
        const row = findRow(await this.rows(), path)?.row;
        return row !== undefined && matches(row, expected) ? row : undefined;
      },
      async () => `No row ${path.join(" › ")} ${inspect(expected)} in\n${inspect(await this.rows())}`,
      milliseconds,
    );
  }

  /** Waits until a row is no longer there. */
  async waitForNo(path: readonly string[], milliseconds?: number): Promise<void> {
    await eventually(
      async () => (findRow(await this.rows(), path) === undefined ? true : undefined),
      () => `The row ${path.join(" › ")} is still there`,
      milliseconds,
    );
  }

  /** The labels and descriptions of a row's children. */
  async children(path: readonly string[]): Promise<readonly Row[]> {
    const found = findRow(await this.rows(), path);
    if (found === undefined) {
      throw new Error(`No row ${path.join(" › ")}`);
    }
    return found.children;
  }

  /** Expands a row, and those above it where they are closed. Returns when its children are there. */
  async expand(...path: string[]): Promise<void> {
    await eventually(
      async () => {
        for (let depth = 1; depth <= path.length; depth++) {
          await this.beginToExpand(path.slice(0, depth));
        }
        return (await this.children(path)).length > 0 || undefined;
      },
      async () => `The row ${path.join(" › ")} has no children in\n${await this.outline()}`,
    );
  }

  /** Expands one row, whose children may have to wait for something. */
  beginToExpand(path: readonly string[]): Promise<void> {
    return this.#turn(path, true);
  }

  collapse(...path: string[]): Promise<void> {
    return this.#turn(path, false);
  }

  /** Clicks a row, with the keys held down that are named (`Shift`, `ControlOrMeta`). */
  click(path: readonly string[], ...modifiers: ("Shift" | "ControlOrMeta")[]): Promise<void> {
    return this.#press(path, (row) => row.locator(".label-name").click({ modifiers, ...soon }));
  }

  /** Opens a row's context menu. */
  async menu(...path: string[]): Promise<ContextMenu> {
    const open = () =>
      this.#press(
        path,
        (row) => row.locator(".label-name").click({ button: "right", ...soon }),
        "contextmenu",
      );
    return ContextMenu.open(this.#page, open);
  }

  /** Clicks a button that a row shows under the mouse. */
  inlineAction(path: readonly string[], name: string): Promise<void> {
    return this.#press(path, async (row) => {
      await row.hover(soon);
      await row.getByRole("button", { name, exact: true }).click(soon);
    });
  }

  /** Clicks a button above the tree. */
  async titleAction(name: string): Promise<void> {
    await pressButton(this.#page, await this.#title(), name, { underMouse: true });
  }

  /** Opens the menu of what does not fit above the tree. */
  async moreMenu(): Promise<ContextMenu> {
    const title = await this.#title();
    return ContextMenu.open(this.#page, () => title.locator(".codicon-toolbar-more").click(soon));
  }

  /** The view's head, whose buttons show under the mouse. */
  async #title(): Promise<Locator> {
    const title = this.#page.locator(".pane-header").filter({ hasText: this.#name });
    await title.hover();
    return title;
  }

  /** What a row says under the mouse. */
  async tooltip(...path: string[]): Promise<string> {
    const hover = this.#page.locator(".monaco-hover:visible");
    return eventually(async () => {
      if (!(await aimAtRow(this.#tree, path))) {
        return undefined;
      }
      await this.#page.locator(aimed).locator(".label-name").hover(soon);
      return (await hover.first().textContent(soon)) ?? undefined;
    });
  }

  async #turn(path: readonly string[], expanded: boolean): Promise<void> {
    await eventually(async () => {
      const row = await this.waitFor(path);
      if (row.expanded === !expanded) {
        await this.#press(path, (found) => found.locator(".monaco-tl-twistie").click(soon));
      }
      return this.waitFor(path, { expanded }, oneTry);
    });
  }

  async #press(
    path: readonly string[],
    click: Press["click"],
    event: Press["event"] = "click",
  ): Promise<void> {
    await press(this.#page, {
      aim: () => aimAtRow(this.#tree, path),
      click,
      event,
      otherwise: async () => `No row ${path.join(" › ")} to click in\n${await this.outline()}`,
    });
  }
}

function inspect(value: unknown): string {
  return JSON.stringify(value, (_, field) => (field instanceof RegExp ? String(field) : field), 1);
}
