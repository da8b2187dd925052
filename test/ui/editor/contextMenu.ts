import type { Locator, Page } from "playwright-core";

/** The menu that a right-click opened. */
export class ContextMenu {
  readonly #menu: Locator;

  private constructor(menu: Locator) {
    this.#menu = menu;
  }

  static async opened(page: Page): Promise<ContextMenu> {
    const menu = page.locator(".context-view .monaco-menu");
    await menu.getByRole("menuitem").first().waitFor();
    return new ContextMenu(menu);
  }

  /** The titles in it, from top to bottom. */
  async items(): Promise<string[]> {
    return this.#menu.getByRole("menuitem").locator(".action-label").allInnerTexts();
  }

  async choose(title: string): Promise<void> {
    const item = this.#menu.getByRole("menuitem", { name: title, exact: true });
    await item.waitFor();
    // A menu ignores the mouse for a moment after it opened, or the click that opened it would choose from it.
    await item.hover();
    await item.click({ delay: 60 });
    await this.#menu.waitFor({ state: "hidden" });
  }

  async close(): Promise<void> {
    await this.#menu.press("Escape");
    await this.#menu.waitFor({ state: "hidden" });
  }
}
