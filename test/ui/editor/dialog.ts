import type { Locator, Page } from "playwright-core";

/** The modal question that is open. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
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
    await this.#box.getByRole("button", { name: button, exact: true }).click();
    await this.#box.waitFor({ state: "hidden" });
  }

  async escape(): Promise<void> {
    await this.#box.press("Escape");
    await this.#box.waitFor({ state: "hidden" });
  }
}
