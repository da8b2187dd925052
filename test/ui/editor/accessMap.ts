import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import type { Editor } from "./editor";
import { eventually } from "./eventually";
import { type Theme, themeWords } from "./themes";

/** The access map's page, in its tab. */
export class MapPage {
  readonly locators: FrameLocator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.locators = page.frameLocator("iframe.webview.ready").frameLocator("iframe");
  }

  async inTheme(theme: Theme, editor: Editor): Promise<void> {
    await editor.inTheme(theme);
    await this.locators.locator(`body[data-vscode-theme-kind="${themeWords[theme].kind}"]`).waitFor();
  }

  get grid(): Locator {
    return this.locators.getByRole("grid");
  }

  /** The page itself, to run something in it. */
  async frame(): Promise<Frame> {
    return eventually(async () => {
      const handle = await this.locators.locator("body").elementHandle({ timeout: 1_000 });
      return (await handle?.ownerFrame()) ?? undefined;
    });
  }

  columnHeader(label: string): Locator {
    return this.locators
      .locator("th.column")
      .filter({ has: this.locators.locator(".label").getByText(label, { exact: true }) });
  }

  row(label: string): Locator {
    return this.locators
      .locator("tr.source")
      .filter({ has: this.locators.locator(".label").getByText(label, { exact: true }) });
  }

  /** A cell, by the labels of its source and of its column, as far as it is drawn. */
  async cell(source: string, column: string): Promise<Locator> {
    const at = await this.columnHeader(column).first().getAttribute("aria-colindex");
    return this.row(source).first().locator(`td[aria-colindex="${at}"]`);
  }

  /** Waits until a cell says what it is to say. */
  async says(source: string, column: string, word: RegExp): Promise<void> {
    await eventually(
      async () =>
        word.test((await (await this.cell(source, column)).textContent({ timeout: 1_000 })) ?? "")
          ? true
          : undefined,
      async () =>
        `${source} to ${column} does not say ${word}: ${await this.locators.locator("main").innerText()}`,
    );
  }

  /** The source and the column that the keyboard's focus is on, by the headings that are marked for it. */
  async focus(): Promise<{ row: string; column: string }> {
    const text = async (selector: string) =>
      (await this.locators.locator(selector).allTextContents()).join("") || "";
    return { row: await text("tbody th.current .label"), column: await text("thead th.current .label") };
  }

  /** Presses keys until the focus is there: by arrows alone, from wherever it is. */
  async go(row: string, column: string): Promise<void> {
    const [rowAt, columnAt] = [
      Number(await this.row(row).first().getAttribute("aria-rowindex")),
      Number(await this.columnHeader(column).first().getAttribute("aria-colindex")),
    ];
    await this.press("Control+Home");
    for (let at = 2; at < rowAt; at++) {
      await this.press("ArrowDown");
    }
    for (let at = 1; at < columnAt; at++) {
      await this.press("ArrowRight");
    }
    await eventually(
      async () => {
        const focus = await this.focus();
        return focus.row === row && focus.column === column ? true : undefined;
      },
      async () => `The focus is on ${JSON.stringify(await this.focus())}, not on ${row} and ${column}`,
    );
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }
}
