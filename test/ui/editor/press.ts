import type { Locator, Page } from "playwright-core";
import { eventually, oneTry } from "./eventually";
import { aimed, type PageElement } from "./inPage";

export interface Press {
  /** Aims at what is meant: `inPage.aim`. False while it is not there. */
  readonly aim: () => Promise<boolean>;
  /** Presses the mouse on it, or on a part of it. */
  readonly click: (target: Locator) => Promise<void>;
  /** The event that has to meet it. */
  readonly event?: "click" | "mouseup" | "contextmenu";
  /** What is there instead, for the error. */
  readonly otherwise: () => Promise<string> | string;
  readonly milliseconds?: number | undefined;
}

/** How long one click may take to get there, before what is meant is looked up once more. */
export const soon = { timeout: oneTry } as const;

/**
 * Presses the mouse on something until it has met it: what VS Code draws anew between the button's way down and its
 * way up has not been clicked.
 */
export async function press(
  page: Page,
  { aim, click, event = "click", otherwise, milliseconds }: Press,
): Promise<void> {
  await eventually(
    async () => {
      if (!(await aim())) {
        return undefined;
      }
      let error: unknown;
      await click(page.locator(aimed)).catch((reason: unknown) => {
        error = reason;
      });
      const met = await page.evaluate(() => inPage.met());
      if (!met.includes(event) && error !== undefined) {
        // What lay over it was perhaps a tooltip, which goes with the mouse.
        await page.mouse.move(0, 0);
        throw error;
      }
      return met.includes(event) || undefined;
    },
    otherwise,
    milliseconds,
  );
}

/**
 * Clicks a button of a part of the window, by its name. A keybinding may follow it there. `underMouse`: that part shows
 * its buttons under the mouse alone.
 */
export async function pressButton(
  page: Page,
  within: Locator,
  name: string,
  { milliseconds, underMouse = false }: { milliseconds?: number; underMouse?: boolean } = {},
): Promise<void> {
  const aim = (element: PageElement, wanted: string) => inPage.aim(() => inPage.button(element, wanted));
  await press(page, {
    aim: async () => {
      if (underMouse) {
        await within.first().hover(soon);
      }
      return within.first().evaluate(aim, name, soon);
    },
    click: (button) => button.click(soon),
    otherwise: () => `No button ${name}`,
    milliseconds,
  });
}
