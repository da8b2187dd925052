import type { Locator, Page } from "playwright-core";
import { ContextMenu } from "./contextMenu";
import { eventually } from "./eventually";
import { type Expected, matches } from "./matches";

/** A row as it is on the screen. */
export interface Row {
  readonly label: string;
  readonly description: string;
  /** The name of its codicon, or nothing where it has none. */
  readonly icon: string;
  /** 1 for the profiles. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
}

/**
 * The view's rows. They are named by their path, label by label: `"sandbox-classic", "us-west-2"`. Only rows on
 * the screen are seen, about forty.
 */
export class Tree {
  readonly #page: Page;
  readonly #tree: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#tree = page.getByRole("tree", { name: "Access", exact: true });
  }

  /** Brings the view to the front, from the activity bar. */
  async open(): Promise<void> {
    const tab = this.#page.getByRole("tab", { name: /^ElastiCache/ });
    await tab.waitFor({ timeout: 30_000 });
    if ((await tab.getAttribute("aria-selected")) !== "true") {
      await tab.click();
    }
    await this.#tree.or(this.welcome()).first().waitFor();
  }

  /** What the view shows in place of rows. */
  welcome(): Locator {
    return this.#page.locator(".welcome-view-content");
  }

  /** The rows on the screen, from top to bottom. */
  async rows(): Promise<Row[]> {
    const found = await this.#tree.locator(".monaco-list-rows > .monaco-list-row").evaluateAll((elements) =>
      elements.map((element) => {
        const text = (selector: string) => element.querySelector(selector)?.textContent ?? "";
        const icon = element.querySelector(".custom-view-tree-node-item-icon")?.className ?? "";
        const expanded = element.getAttribute("aria-expanded");
        return {
          index: Number(element.getAttribute("data-index")),
          label: text(".label-name"),
          description: text(".label-description"),
          icon: /codicon-(?!colored|modifier)([\w-]+)/.exec(icon)?.[1] ?? "",
          level: Number(element.getAttribute("aria-level")),
          expanded: expanded === null ? undefined : expanded === "true",
          accessibleLabel: element.getAttribute("aria-label") ?? "",
        };
      }),
    );
    // The list reuses its elements: their order says nothing.
    return found.sort((a, b) => a.index - b.index).map(({ index: _, ...row }) => row);
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
        const row = this.#find(await this.rows(), path)?.row;
        return row !== undefined && matches(row, expected) ? row : undefined;
      },
      async () => `No row ${path.join(" › ")} ${inspect(expected)} in\n${inspect(await this.rows())}`,
      milliseconds,
    );
  }

  /** Waits until a row is no longer there. */
  async waitForNo(path: readonly string[], milliseconds?: number): Promise<void> {
    await eventually(
      async () => (this.#find(await this.rows(), path) === undefined ? true : undefined),
      () => `The row ${path.join(" › ")} is still there`,
      milliseconds,
    );
  }

  /** The labels and descriptions of a row's children. */
  async children(path: readonly string[]): Promise<Row[]> {
    const rows = await this.rows();
    const parent = this.#find(rows, path);
    if (parent === undefined) {
      throw new Error(`No row ${path.join(" › ")}`);
    }
    const rest = rows.slice(parent.at + 1);
    const end = rest.findIndex(({ level }) => level <= parent.row.level);
    return rest.slice(0, end === -1 ? undefined : end).filter(({ level }) => level === parent.row.level + 1);
  }

  /** Expands a row, and those above it where they are closed. Returns when its children are there. */
  async expand(...path: string[]): Promise<void> {
    for (let depth = 1; depth <= path.length; depth++) {
      const part = path.slice(0, depth);
      await this.beginToExpand(part);
      await eventually(
        async () => ((await this.children(part)).length > 0 ? true : undefined),
        () => `The row ${part.join(" › ")} has no children`,
      );
    }
  }

  /** Expands one row, whose children may have to wait for something. */
  async beginToExpand(path: readonly string[]): Promise<void> {
    // A row that VS Code draws anew under the mouse loses the click: then it is clicked again.
    await eventually(async () => {
      const row = await this.waitFor(path);
      if (row.expanded === false) {
        await this.#act(path, (found) => found.locator(".monaco-tl-twistie").click());
      }
      return this.waitFor(path, { expanded: true }, 2_000);
    });
  }

  async collapse(...path: string[]): Promise<void> {
    const row = await this.waitFor(path);
    if (row.expanded) {
      await this.#act(path, (found) => found.locator(".monaco-tl-twistie").click());
    }
    await this.waitFor(path, { expanded: false });
  }

  /** Clicks a row, with the keys held down that are named (`Shift`, `ControlOrMeta`). */
  async click(path: readonly string[], ...modifiers: ("Shift" | "ControlOrMeta")[]): Promise<void> {
    await this.#act(path, (row) => row.locator(".label-name").click({ modifiers, timeout: 2000 }));
  }

  /** Opens a row's context menu. */
  async menu(...path: string[]): Promise<ContextMenu> {
    await this.#act(path, (row) => row.locator(".label-name").click({ button: "right", timeout: 2000 }));
    return ContextMenu.opened(this.#page);
  }

  /** Clicks a button that a row shows under the mouse. */
  async inlineAction(path: readonly string[], name: string): Promise<void> {
    await this.#act(path, async (row) => {
      await row.hover({ timeout: 2000 });
      await row.getByRole("button", { name, exact: true }).click({ timeout: 2000 });
    });
  }

  /** What a row says under the mouse. */
  async tooltip(...path: string[]): Promise<string> {
    const hover = this.#page.locator(".monaco-hover:visible");
    return eventually(async () => {
      await this.#act(path, (row) => row.locator(".label-name").hover({ timeout: 2000 }));
      return (await hover.first().textContent({ timeout: 2000 })) ?? undefined;
    });
  }

  /** Rows move while others come and go: looks again when the one that was found is no longer in its place. */
  async #act(path: readonly string[], action: (row: Locator) => Promise<void>): Promise<void> {
    await eventually(
      async () => {
        const found = this.#find(await this.rows(), path);
        if (found === undefined) {
          return undefined;
        }
        const row = this.#tree.locator(`.monaco-list-rows > .monaco-list-row[data-index="${found.at}"]`);
        await action(row.filter({ has: this.#page.getByText(found.row.label, { exact: true }) }));
        return true;
      },
      () => `No row ${path.join(" › ")}`,
    );
  }

  #find(rows: readonly Row[], path: readonly string[]): { at: number; row: Row } | undefined {
    let at = -1;
    for (const [depth, label] of path.entries()) {
      const end = rows.findIndex(({ level }, index) => index > at && level <= depth);
      at = rows.findIndex(
        (row, index) =>
          index > at && (end === -1 || index < end) && row.level === depth + 1 && row.label === label,
      );
      if (at === -1) {
        return undefined;
      }
    }
    const row = rows[at];
    return row && { at, row };
  }
}

function inspect(value: unknown): string {
  return JSON.stringify(value, (_, field) => (field instanceof RegExp ? String(field) : field), 1);
}
