import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";

export interface Notification {
  readonly severity: "info" | "warning" | "error" | "";
  readonly message: string;
  readonly buttons: readonly string[];
}

/** The messages in the corner of the window. */
export class Notifications {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator(".notifications-toasts .notification-list-item");
  }

  /** Those on the screen, the newest first. */
  async all(): Promise<Notification[]> {
    return this.#toasts.evaluateAll((toasts) =>
      toasts.map((toast) => {
        const icon = toast.querySelector(".notification-list-item-icon")?.className ?? "";
        const buttons = [
          ...toast.querySelectorAll(".notification-list-item-buttons-container .monaco-button"),
        ];
        return {
          severity:
            (["error", "warning", "info"] as const).find((name) => icon.includes(`codicon-${name}`)) ?? "",
          message: toast.querySelector(".notification-list-item-message")?.textContent?.trim() ?? "",
          buttons: buttons.map((button) => button.textContent?.trim() ?? "").filter(Boolean),
        };
      }),
    );
  }

  /** Waits for a message. */
  waitFor(message: RegExp, milliseconds?: number): Promise<Notification> {
    return eventually(
      async () => (await this.all()).find((shown) => message.test(shown.message)),
      async () => `No message ${message} among ${JSON.stringify(await this.all(), undefined, 1)}`,
      milliseconds,
    );
  }

  /** Clicks a button of a message. */
  async choose(message: RegExp, button: string): Promise<void> {
    await this.waitFor(message);
    const toast = this.#toasts.filter({ hasText: message }).first();
    await toast.getByRole("button", { name: button, exact: true }).click();
  }

  /** Closes them all, so that the next one stands alone. */
  async clear(): Promise<void> {
    await eventually(async () => {
      const toast = this.#toasts.first();
      if (!(await toast.isVisible())) {
        return true;
      }
      await toast.hover({ timeout: 2000 });
      await toast.getByRole("button", { name: /^Clear Notification/ }).click({ timeout: 2000 });
      return undefined;
    });
  }
}
