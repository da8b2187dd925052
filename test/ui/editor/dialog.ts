import type { ElementHandle, Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import { pressButton, soon } from "./press";

/** The modal question that is open. */
export class Dialog {
  readonly #page: Page;
  readonly #box: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator(".monaco-dialog-box");
  }

  /** Waits for it. */
  async opened(milliseconds: number): Promise<void> {
    await this.#box.waitFor({ timeout: milliseconds });
  }

  /** Waits for it, and reads it. */
  async read(): Promise<{ message: string; detail: string; buttons: string[] }> {
    await this.#box.waitFor();
    return {
      message: (await this.#box.locator(".dialog-message-text").allInnerTexts()).join("\n").trim(),
      detail: (await this.#box.locator(".dialog-message-detail").allInnerTexts()).join("\n").trim(),
      buttons: await this.#box.locator(".dialog-buttons .monaco-button:visible").allInnerTexts(),
    };
  }

  async choose(button: string): Promise<void> {
    const box = await this.#element();
    await pressButton(this.#page, this.#box, button);
    await box.waitForElementState("hidden");
  }

  async escape(): Promise<void> {
    const box = await this.#element();
    await eventually(async () => {
      await this.#box.press("Escape", soon);
      await box.waitForElementState("hidden", soon);
      return true;
    });
  }

  /** The box itself: another question may follow it at once. */
  async #element(): Promise<ElementHandle> {
    return this.#box.elementHandle();
  }
}
