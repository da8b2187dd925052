import type { Locator, Page } from "playwright-core";
import { eventually, oneTry } from "./eventually";
import type { PageElement } from "./inPage";
import { press, pressButton, soon } from "./press";

export interface Notification {
  readonly severity: "info" | "warning" | "error" | "";
  readonly message: string;
  readonly buttons: readonly string[];
}

/** Each message in the corner of the window, or in the list that the bell opens. */
const items = ":is(.notifications-toasts, .notifications-center).visible .notification-list-item" as const;

/**
 * The messages in the corner of the window. They leave it after some seconds, for the list that the bell opens:
 * there they are looked for then.
 */
export class Notifications {
  readonly #page: Page;
  readonly #items: Locator;
  readonly #list: Locator;
  readonly #bell: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#items = page.locator(items);
    this.#list = page.locator(".notifications-center.visible");
    this.#bell = page.locator("[id='status.notifications']");
  }

  /** Those on the screen, the newest first. */
  async all(): Promise<Notification[]> {
    return this.#items.evaluateAll((found) =>
      found.map((item) => {
        const icon = item.querySelector(".notification-list-item-icon")?.className ?? "";
        const buttons = [
          ...item.querySelectorAll(".notification-list-item-buttons-container .monaco-button"),
        ];
        return {
          severity:
            (["error", "warning", "info"] as const).find((name) => icon.includes(`codicon-${name}`)) ?? "",
          message: item.querySelector(".notification-list-item-message")?.textContent?.trim() ?? "",
          buttons: buttons.map((button) => button.textContent?.trim() ?? "").filter(Boolean),
        };
      }),
    );
  }

  /** Waits for a message. */
  async waitFor(message: RegExp, milliseconds?: number): Promise<Notification> {
    const since = Date.now();
    return eventually(
      async () => {
        const found = (await this.all()).find((shown) => message.test(shown.message));
        if (found === undefined && Date.now() - since > oneTry) {
          await this.#openList();
        }
        return found;
      },
      async () => `No message ${message} among ${JSON.stringify(await this.all(), undefined, 1)}`,
      milliseconds,
    );
  }

  /** Clicks a button of a message. */
  async choose(message: RegExp, button: string): Promise<void> {
    await this.waitFor(message);
    const aim = { items, pattern: message.source, flags: message.flags, button };
    await press(this.#page, {
      aim: async () => {
        const isThere = await this.#page.locator("body").evaluate(
          (body: PageElement, wanted) =>
            inPage.aim(() => {
              const pattern = new RegExp(wanted.pattern, wanted.flags);
              const item = [...body.querySelectorAll(wanted.items)].find((each) =>
                pattern.test(each.querySelector(".notification-list-item-message")?.textContent ?? ""),
              );
              return item && inPage.button(item, wanted.button);
            }),
          aim,
        );
        if (!isThere) {
          await this.#openList();
        }
        return isThere;
      },
      click: (target) => target.click(soon),
      otherwise: async () =>
        `No message ${message} with ${button} among ${JSON.stringify(await this.all(), undefined, 1)}`,
    });
  }

  /**
   * Waits until the text and the buttons of each of these messages were drawn whole, as the list of them is gone
   * through from its top. There those without a button have less room than in the corner.
   */
  async allWhole(messages: readonly string[]): Promise<void> {
    const whole = new Set<string>();
    let steps = 0;
    await eventually(
      async () => {
        if (!(await this.#list.isVisible())) {
          await this.#bell.click(soon);
        }
        await this.#list.locator(".monaco-list").focus(soon);
        // Once more from the top, where some came after it was opened.
        await this.#page.keyboard.press(steps++ % (messages.length + 5) === 0 ? "Home" : "ArrowDown");
        for (const [message, isWhole] of await drawn(this.#list.locator(".notification-list-item"))) {
          if (isWhole) {
            whole.add(message);
          }
        }
        return messages.every((message) => whole.has(message)) || undefined;
      },
      () => `Not whole among the messages: ${messages.filter((message) => !whole.has(message)).join("\n")}`,
    );
  }

  /** Waits until a message stands in the corner of the window, drawn whole. */
  async standsWhole(message: string): Promise<void> {
    await eventually(
      async () =>
        (await drawn(this.#items)).some(([text, isWhole]) => text === message && isWhole) || undefined,
      async () => JSON.stringify(await drawn(this.#items)),
    );
  }

  /** Closes them all, so that the next one stands alone. */
  async clear(): Promise<void> {
    await eventually(async () => {
      if (await this.#list.isVisible()) {
        await pressButton(this.#page, this.#list, "Clear All Notifications", { milliseconds: oneTry });
      } else if (await this.#items.first().isVisible()) {
        await this.#items.first().hover(soon);
        await pressButton(this.#page, this.#items, "Clear Notification", { milliseconds: oneTry });
      } else if (!(await this.#openList())) {
        return true;
      }
      return undefined;
    });
  }

  /** Opens the list where there is something new in it, and nothing open that would close with that. */
  async #openList(): Promise<boolean> {
    const isNew = await this.#bell.locator(".codicon-bell-dot").isVisible();
    const open = this.#page.locator(
      ".quick-input-widget, .monaco-dialog-box, .context-view .monaco-menu, .notifications-center.visible",
    );
    if (
      !isNew ||
      (await this.#items.first().isVisible()) ||
      (await open.filter({ visible: true }).count()) > 0
    ) {
      return false;
    }
    await this.#bell.click(soon);
    await this.#list.waitFor(soon);
    return true;
  }
}

/** The messages that are drawn, and whether each is so whole. */
function drawn(messages: Locator): Promise<[string, boolean][]> {
  return messages.evaluateAll((items) =>
    items.map((item) => {
      const message = item.querySelector(".notification-list-item-message");
      const parts = [message, ...item.querySelectorAll(".monaco-text-button")];
      const isWhole = parts.every(
        (part) =>
          part !== null &&
          part.scrollWidth <= part.clientWidth + 1 &&
          part.scrollHeight <= part.clientHeight + 1,
      );
      return [message?.textContent?.trim() ?? "", isWhole];
    }),
  );
}
