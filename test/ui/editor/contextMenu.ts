import type { Locator, Page } from "playwright-core";
import { eventually, oneTry } from "./eventually";
import type { PageElement } from "./inPage";
import { press, soon } from "./press";

/** The menu that a right-click opened. */
export class ContextMenu {
  readonly #page: Page;
  readonly #menu: Locator;
  readonly #open: () => Promise<void>;

  private constructor(page: Page, open: () => Promise<void>) {
    this.#page = page;
    this.#menu = page.locator(".context-view .monaco-menu");
    this.#open = open;
  }

  /** @param open the right-click. Done again where no menu comes of it, or it is gone before something is chosen. */
  static async open(page: Page, open: () => Promise<void>): Promise<ContextMenu> {
    const menu = new ContextMenu(page, open);
    if (await menu.#menu.isVisible()) {
      await menu.close();
    }
    await menu.#opened();
    return menu;
  }

  /** The titles in it, from top to bottom. */
  async items(): Promise<string[]> {
    return this.#menu.getByRole("menuitem").locator(".action-label").allInnerTexts();
  }

  async choose(title: string): Promise<void> {
    await eventually(
      async () => {
        await this.#opened();
        await this.#press(title);
        await this.#menu.waitFor({ state: "hidden", ...soon });
        return true;
      },
      async () => `The menu has ${await this.items()}, not ${title}`,
    );
  }

  async close(): Promise<void> {
    await this.#menu.press("Escape");
    await this.#menu.waitFor({ state: "hidden" });
  }

  async #opened(): Promise<void> {
    await eventually(async () => {
      if (!(await this.#menu.isVisible())) {
        await this.#open();
      }
      await this.#menu.getByRole("menuitem").first().waitFor(soon);
      return true;
    });
  }

  #press(title: string): Promise<void> {
    return press(this.#page, {
      aim: () =>
        this.#menu.evaluate(
          (menu: PageElement, wanted) =>
            inPage.aim(() =>
              [...menu.querySelectorAll("[role='menuitem']")].find(
                (item) => item.querySelector(".action-label")?.textContent === wanted,
              ),
            ),
          title,
          soon,
        ),
      // A menu ignores the mouse for a moment after it opened, or the click that opened it would choose from it.
      click: async (item) => {
        await item.hover(soon);
        await item.click({ delay: 60, ...soon });
      },
      // It goes with that.
      event: "mouseup",
      otherwise: () => `No ${title} in the menu`,
      milliseconds: oneTry,
    });
  }
}
