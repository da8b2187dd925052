import path from "node:path";
import type { Page } from "playwright-core";
import { Dialog } from "./dialog";
import { eventually, oneTry } from "./eventually";
import { Notifications } from "./notifications";
import { QuickInput } from "./quickInput";
import { type Theme, themeWords } from "./themes";
import { Tree } from "./tree";

/** A window of VS Code with the extension in it. */
export class Editor {
  /** The ElastiCache view. */
  readonly tree: Tree;
  /** The changes, below it. */
  readonly history: Tree;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.tree = new Tree(page);
    this.history = new Tree(page, "History");
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
  }

  /** Runs a command from the palette, by its title without the category. */
  async command(title: string): Promise<void> {
    const label = `ElastiCache Access: ${title}`;
    await eventually(async () => {
      await this.page.keyboard.press("F1");
      return this.quickInput.waitFor({ value: /^>/ }, oneTry);
    });
    await this.quickInput.type(`>${label}`);
    await this.quickInput.pick(label);
  }

  /** Gives the window another theme, as a user does: nothing tells a window that its settings were written anew. */
  async inTheme(theme: Theme): Promise<void> {
    const { label, workbench } = themeWords[theme];
    const inIt = this.page.locator(`.monaco-workbench.${workbench}`);
    if ((await inIt.count()) === 0) {
      await eventually(async () => {
        await this.page.keyboard.press("Control+K");
        await this.page.keyboard.press("Control+T");
        return this.quickInput.waitFor({ placeholder: /Theme/ }, oneTry);
      });
      await this.quickInput.type(label);
      await this.quickInput.item({ label, focused: true });
      await this.quickInput.enter();
    }
    await inIt.waitFor();
  }

  /** What was copied since this was asked last. Waits for it. */
  async clipboard(): Promise<string> {
    const text = await eventually(
      async () => (await this.page.evaluate<string>("navigator.clipboard.readText()")) || undefined,
      () => "Nothing was copied",
    );
    await this.page.evaluate("navigator.clipboard.writeText('')");
    return text;
  }

  /** Keeps a picture of the window: `out/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(__dirname, "../screenshots", `${name}.png`) });
  }
}
