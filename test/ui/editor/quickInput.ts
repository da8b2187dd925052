import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import type { PageElement } from "./inPage";
import { type Expected, matches } from "./matches";
import { type Press, press, pressButton, soon } from "./press";

/** What a quick pick or an input box shows. */
export interface Prompt {
  /** Without the step. */
  readonly title: string;
  /** `2/5`, or nothing. */
  readonly step: string;
  readonly placeholder: string;
  /** What is typed. */
  readonly value: string;
  /** Below the input: the prompt, or why what is typed won't do. */
  readonly message: string;
  readonly severity: "" | "info" | "warning" | "error";
  readonly busy: boolean;
  readonly canGoBack: boolean;
}

export interface Item {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The heading of the group that begins with it. */
  readonly separator: string;
  readonly focused: boolean;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
}

/** The quick pick or the input box that is open, driven as a user does. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget");
    this.#input = this.#widget.locator(".quick-input-box input");
  }

  async prompt(): Promise<Prompt> {
    await this.#input.waitFor();
    const shown = await this.#widget.evaluate((widget) => {
      const text = (selector: string) => widget.querySelector(selector)?.textContent?.trim() ?? "";
      const box = widget.querySelector(".quick-input-box .monaco-inputbox")?.classList;
      const back = widget.querySelector(".codicon-quick-input-back");
      return {
        heading: text(".quick-input-title"),
        message: text(".quick-input-message"),
        severity: (["error", "warning", "info"] as const).find((name) => box?.contains(name)) ?? "",
        busy: widget.querySelector(".quick-input-progress.active") !== null,
        canGoBack: back !== null,
      } as const;
    });
    const { heading, ...rest } = shown;
    const [, title = heading, step = ""] = /^(.*) \((\d+\/\d+)\)$/.exec(heading) ?? [];
    const placeholder = (await this.#input.getAttribute("placeholder")) ?? "";
    return { title, step, placeholder, value: await this.#input.inputValue(), ...rest };
  }

  /** Waits until the prompt is as expected. */
  waitFor(expected: Expected<Prompt>, milliseconds?: number): Promise<Prompt> {
    return eventually(
      async () => {
        if (!(await this.#input.isVisible())) {
          return undefined;
        }
        const prompt = await this.prompt();
        return matches(prompt, expected) ? prompt : undefined;
      },
      async () => {
        const shown = (await this.#input.isVisible())
          ? JSON.stringify(await this.prompt(), undefined, 1)
          : "No prompt";
        const wanted = JSON.stringify(expected, (_, field) =>
          field instanceof RegExp ? String(field) : field,
        );
        return `${shown}, not ${wanted}`;
      },
      milliseconds,
    );
  }

  /** Waits until no prompt is open. */
  async waitForClosed(): Promise<void> {
    await this.#input.waitFor({ state: "hidden" });
  }

  /** The items on the screen, from top to bottom. */
  async items(): Promise<Item[]> {
    const found = await this.#widget.locator(".quick-input-list .monaco-list-row").evaluateAll((rows) =>
      rows.map((row) => {
        // A row's elements are used again for other items: what an item lacks is hidden, with its old text.
        const text = (selector: string) => {
          const element = row.querySelector(selector);
          return element !== null && element.getClientRects().length > 0
            ? (element.textContent ?? "").trim()
            : "";
        };
        return {
          index: Number(row.getAttribute("data-index")),
          label: text(".label-name"),
          description: text(".label-description"),
          detail: text(".quick-input-list-label-meta"),
          separator: text(".quick-input-list-separator"),
          focused: row.classList.contains("focused"),
          accessibleLabel: row.getAttribute("aria-label") ?? "",
        };
      }),
    );
    return found.sort((a, b) => a.index - b.index).map(({ index: _, ...item }) => item);
  }

  /** Waits for an item. */
  item(expected: Expected<Item>, milliseconds?: number): Promise<Item> {
    return eventually(
      async () => (await this.items()).find((item) => matches(item, expected)),
      async () => `Not among the items: ${JSON.stringify(await this.items(), undefined, 1)}`,
      milliseconds,
    );
  }

  /** Puts a text in place of what is typed. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Clicks an item, as soon as it is there and the list has come to rest. */
  async pick(label: string): Promise<void> {
    await this.#atRest();
    await this.#press(label, (row) => row.locator(".label-name").first().click(soon));
  }

  /** Ticks or unticks an item of a list of many. */
  async check(label: string): Promise<void> {
    await this.#atRest();
    await this.#press(label, (row) => row.getByRole("checkbox").click(soon));
  }

  async enter(): Promise<void> {
    await this.#input.press("Enter");
  }

  async escape(): Promise<void> {
    await this.#input.press("Escape");
  }

  async back(): Promise<void> {
    await this.button("Back");
  }

  /** Clicks a button of the title or of the input, by its tooltip. A keybinding may follow it there. */
  async button(name: string): Promise<void> {
    await pressButton(this.#page, this.#widget, name);
  }

  #press(label: string, click: Press["click"]): Promise<void> {
    return press(this.#page, {
      aim: () =>
        this.#widget.evaluate(
          (widget: PageElement, wanted) =>
            inPage.aim(() =>
              [...widget.querySelectorAll(".quick-input-list .monaco-list-row")].find(
                (row) => row.querySelector(".label-name")?.textContent?.trim() === wanted,
              ),
            ),
          label,
          soon,
        ),
      click,
      otherwise: async () =>
        `No ${label} among the items: ${JSON.stringify(await this.items(), undefined, 1)}`,
    });
  }

  /** Lists are filled and filtered while they are open: an item that moves under the mouse is another one. */
  async #atRest(): Promise<void> {
    // Nor may the tooltip of what the mouse was on last lie above it.
    await this.#page.mouse.move(2, 2);
    let before = "";
    await eventually(
      async () => {
        const now = JSON.stringify(await this.items());
        const rests = now === before;
        before = now;
        return rests || undefined;
      },
      () => `The list does not come to rest: ${before}`,
    );
  }
}
